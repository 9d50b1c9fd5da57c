import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { isIP } from 'node:net';
import { createSecureContext } from 'node:tls';

/** Paths of PEM files: the certificate, followed by those between it and the root, and its private key. */
export type CertificateFiles = { readonly cert: string; readonly key: string };

/** A certificate that cannot be used; the message is a sentence that names the setting. */
export class CertificateUnusable extends Error {}

const LARGEST = 1024 * 1024; // bytes
const MINIMUM = 'TLSv1.2';

/** A certificate with its key. */
export class Certificate {
  private constructor(
    private readonly pem: { readonly cert: string; readonly key: string },
    private readonly first: X509Certificate,
  ) {}

  /** Throws `CertificateUnusable`. Does not judge the dates. */
  static async read(files: CertificateFiles): Promise<Certificate> {
    const [cert, key] = await Promise.all([textOf('TLS_CERT', files.cert), textOf('TLS_KEY', files.key)]);
    const first = parsed(
      () => new X509Certificate(cert),
      'The file that TLS_CERT names has no certificate in PEM form',
    );
    if (!first.checkPrivateKey(keyIn(key)))
      throw new CertificateUnusable('The key in TLS_KEY is not that of the certificate in TLS_CERT.');
    const certificate = new Certificate({ cert, key }, first);
    parsed(() => createSecureContext(certificate.options), 'TLS cannot use the files in TLS_CERT and TLS_KEY');
    return certificate;
  }

  /** For a TLS server. */
  get options() {
    return { ...this.pem, minVersion: MINIMUM } as const;
  }

  get validFrom(): Date {
    return this.first.validFromDate;
  }

  get expiresAt(): Date {
    return this.first.validToDate;
  }

  /** Whether it is the same certificate with the same key. */
  equals(other: Certificate): boolean {
    return this.pem.cert === other.pem.cert && this.pem.key === other.pem.key;
  }

  /** A host for which it is valid: `host` if possible, else the first of its names that is no pattern. */
  hostLike(host: string): string {
    const bare = host.replace(/^\[(.*)\]$/, '$1');
    if (isIP(bare) ? this.first.checkIP(bare) : this.first.checkHost(bare)) return host;
    return /DNS:([\w.-]+)/.exec(this.first.subjectAltName ?? '')?.[1] ?? host;
  }
}

const keyIn = (pem: string): KeyObject =>
  parsed(
    () => createPrivateKey(pem),
    'The file that TLS_KEY names has no private key in PEM form that opens without a passphrase',
  );

const textOf = async (setting: string, path: string): Promise<string> => {
  const about = await stat(path).catch((error: NodeJS.ErrnoException) => unreadable(setting, `${error.code}`));
  if (!about.isFile()) unreadable(setting, 'it is not a file');
  if (about.size > LARGEST) unreadable(setting, 'it has more than 1 MiB');
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => unreadable(setting, `${error.code}`));
};

const unreadable = (setting: string, reason: string): never => {
  throw new CertificateUnusable(`The file that ${setting} names cannot be read: ${reason}.`);
};

const parsed = <Value>(parse: () => Value, sentence: string): Value => {
  try {
    return parse();
  } catch (error) {
    throw new CertificateUnusable(`${sentence}: ${(error as NodeJS.ErrnoException).code}.`);
  }
};
