import { Logger } from '@nestjs/common';
import type { Server } from 'node:https';
import { Repeats } from '../problems/repeats.js';
import { Certificate, CertificateUnusable, type CertificateFiles } from './certificate.js';

const LOOK_EVERY = 5_000; // ms
const DAY = 86_400_000; // ms

/** Days before the end of a certificate from which on it is reported. */
export const RENEWAL_DAYS = 14;

/** `trouble` says why the renewed files cannot be used. */
export type CertificateStatus = {
  readonly validFrom: Date;
  readonly expiresAt: Date;
  readonly trouble: string | undefined;
};

/**
 * The certificate of a server. Its files are read again and again, so that it does not matter how they are renewed: written, renamed or
 * behind symbolic links. Files that cannot be used leave the certificate that is served.
 */
export class ServedCertificate {
  private server: Server | undefined;
  private timer: NodeJS.Timeout | undefined;
  private failed: string | undefined;
  private trouble: string | undefined;
  private daysLeft: number | undefined;
  private readonly repeats: Repeats;
  private readonly log = new Logger('TLS');

  private constructor(
    private readonly files: CertificateFiles,
    private certificate: Certificate,
    private readonly now: () => Date,
  ) {
    this.repeats = new Repeats(() => now().getTime());
  }

  /** Throws `CertificateUnusable`. */
  static async from(files: CertificateFiles, now = () => new Date()): Promise<ServedCertificate> {
    return new ServedCertificate(files, await Certificate.read(files), now);
  }

  get current(): Certificate {
    return this.certificate;
  }

  get status(): CertificateStatus {
    const { validFrom, expiresAt } = this.certificate;
    return { validFrom, expiresAt, trouble: this.trouble };
  }

  /** Renews the certificate of `server` until that is closed. */
  follow(server: Server): void {
    this.server = server;
    server.once('listening', () => void this.again());
    server.once('close', () => clearTimeout(this.timer));
  }

  /** Reads the files. Never throws. */
  async look(): Promise<void> {
    try {
      this.take(await Certificate.read(this.files));
    } catch (error) {
      this.keep(error);
    }
    this.warnOfEnd();
  }

  private async again() {
    await this.look();
    if (this.server?.listening) this.timer = setTimeout(() => void this.again(), LOOK_EVERY).unref();
  }

  private take(found: Certificate) {
    this.failed = this.trouble = undefined;
    if (found.equals(this.certificate)) return;
    this.server?.setSecureContext(found.options);
    this.certificate = found;
    this.log.log(`The certificate is renewed; the new one expires at ${found.expiresAt.toISOString()}.`);
  }

  /** The first time, another program may be writing: only one of two files may be new. */
  private keep(error: unknown) {
    const sentence = error instanceof CertificateUnusable ? error.message : String(error);
    this.trouble = this.failed && sentence;
    this.failed = sentence;
    if (this.trouble === undefined) return;
    const kept = `The certificate that expires at ${this.certificate.expiresAt.toISOString()} stays in use`;
    const line = this.repeats.line(sentence, `${kept}, because the renewed one cannot be used. ${sentence}`);
    if (line !== undefined) this.log.error(line);
  }

  private warnOfEnd() {
    const days = Math.floor((this.certificate.expiresAt.getTime() - this.now().getTime()) / DAY);
    if (days !== this.daysLeft && days < RENEWAL_DAYS)
      this.log.warn(`The certificate expires at ${this.certificate.expiresAt.toISOString()} and has to be renewed.`);
    this.daysLeft = days;
  }
}
