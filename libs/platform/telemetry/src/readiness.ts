import { engineFaultIn, type LogFault } from '@annals/event-sourcing';
import { Repeats } from '@annals/http/repeats';
import type { ViewState, ViewStatus } from '@annals/projecting';
import { Logger } from '@nestjs/common/services/logger.service.js'; // alone, as programs that serve no requests load this
import {
  troublesOfCertificate,
  warningsOfCertificate,
  type CertificateTrouble,
  type CertificateWarning,
} from './certificate-health.js';
import type { EngineTrouble } from './engine-watch.js';
import type { Health } from './health.js';

/** A view is late if it is more than `events` behind and has not moved for `seconds`. */
export type LagLimit = { readonly events: number; readonly seconds: number };

/** Something to be settled while the process does its work; `trouble` is a sentence. */
export type ReadinessWarning = CertificateWarning | LogWarning;

/** What is wrong with the log. Everything that it does not concern goes on. */
export type LogWarning = { readonly reason: LogFault['kind']; readonly trouble: string; readonly since: string };

export type Unreadiness =
  | { readonly reason: 'StoresUnreadable'; readonly trouble: string }
  | { readonly reason: 'SampleLoading' }
  | EngineTrouble
  | CertificateTrouble
  | { readonly reason: 'MessagesStandStill'; readonly trouble: string }
  | {
      readonly reason: 'ViewFailed' | 'ViewNotMoving';
      readonly view: string;
      readonly state: ViewState;
      readonly position: number;
    };

/** One of both. */
type Told<Answer> = { readonly answer?: Answer; readonly trouble?: string };

type Seen = { readonly position: number; readonly since: number };

const PATIENCE = 5_000; // ms to wait for the stores

/** Determines whether a process does its work. Remembers the positions of views to detect progress. */
export class Readiness {
  private readonly seen = new Map<string, Seen>();
  private readonly log = new Logger('Readiness');
  private readonly repeats = new Repeats();
  private readonly others: (() => Promise<readonly Unreadiness[]>)[] = [];

  constructor(
    private readonly health: Health,
    private readonly limit: LagLimit,
    private readonly now: () => Date = () => new Date(),
    private readonly patience = PATIENCE,
  ) {}

  /** Adds a check. */
  watch(other: () => Promise<readonly Unreadiness[]>) {
    this.others.push(other);
  }

  /** The current problems; empty if there are none. */
  async troubles(): Promise<readonly Unreadiness[]> {
    const views = await this.inTime(() => this.health.views());
    const others = await this.inTime(() => Promise.all(this.others.map((other) => other())));
    const trouble = views.trouble ?? others.trouble;
    const certificate = this.health.certificate?.();
    const engines = [
      ...(this.health.engines?.() ?? []),
      ...(certificate ? troublesOfCertificate(certificate, this.now()) : []),
    ];
    if (trouble !== undefined) return engines.length > 0 ? engines : [{ reason: 'StoresUnreadable', trouble }];
    return [...engines, ...views.answer!.flatMap((view) => this.troublesOf(view)), ...others.answer!.flat()];
  }

  /** What has to be settled while the process does its work. */
  async warnings(): Promise<readonly ReadinessWarning[]> {
    const certificate = this.health.certificate?.();
    const { answer: faults } = await this.inTime(async () => this.health.faults?.());
    return [
      ...(certificate ? warningsOfCertificate(certificate, this.now()) : []),
      ...(faults?.first ?? []).map(({ fault, since }) => ({ reason: fault.kind, trouble: fault.message, since })),
    ];
  }

  private async inTime<Answer>(ask: () => Promise<Answer>): Promise<Told<Answer>> {
    const { promise: tooLate, resolve } = Promise.withResolvers<Told<Answer>>();
    const late = { trouble: `The stores have not answered within ${this.patience / 1_000} s.` };
    const timer = setTimeout(() => resolve(late), this.patience);
    try {
      return await Promise.race([ask().then((answer) => ({ answer })), tooLate]);
    } catch (error) {
      return { trouble: this.troubleIn(error) };
    } finally {
      clearTimeout(timer);
    }
  }

  /** What is not an engine's fault is for the log, not for those who probe. */
  private troubleIn(error: unknown): string {
    const fault = engineFaultIn(error);
    if (fault) return fault.message;
    const line = this.repeats.line(String(error));
    if (line !== undefined) this.log.error(`The stores cannot be read. ${line}`, (error as Error).stack);
    return 'The stores cannot be read; the log of the program says why.';
  }

  private troublesOf(status: ViewStatus): readonly Unreadiness[] {
    const { view, position, state } = status;
    const stands = this.secondsAtPosition(status) >= this.limit.seconds;
    if (state === 'failed') return [{ reason: 'ViewFailed', view, state, position }];
    const isLate = stands && status.lag.events > this.limit.events;
    return isLate ? [{ reason: 'ViewNotMoving', view, state, position }] : [];
  }

  private secondsAtPosition({ view, position, lag }: ViewStatus): number {
    const now = this.now().getTime();
    const before = this.seen.get(view);
    // A view without new events does not move and is not late.
    const since = before?.position === position && lag.events > 0 ? before.since : now;
    this.seen.set(view, { position, since });
    return (now - since) / 1000;
  }
}
