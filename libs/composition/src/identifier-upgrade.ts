import { ReservationsNotReady, type Lease, type RecordedEvent } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Engine } from './engine.js';
import { upgradeOptions, type IdentifierUpgradeOptions } from './identifier-upgrade.options.js';
import { keepProgress, progressOf, type FormProgress } from './identifier-form.js';
import { ReservingAnew } from './reserving-anew.js';

const LEASE = 'identifiers';
const AT_ONCE = 16; // streams

type Stores = Pick<Engine, 'log' | 'documents' | 'records' | 'naming' | 'catalogue'>;

/**
 * Reserves the unique values of a log anew after an upgrade that compares them by other rules: once per normal form, by one
 * process at a time, and resumed where it was stopped. Values that now count as the same get several holders.
 */
export class IdentifierUpgrade {
  private readonly options: IdentifierUpgradeOptions;
  private readonly stopped = new AbortController();
  private readonly reserving: ReservingAnew;
  private running: Promise<void> | undefined;
  private reviewing: Promise<void> | undefined;
  private isDone = false;

  constructor(
    private readonly stores: Stores,
    options: Partial<IdentifierUpgradeOptions> = {},
  ) {
    this.options = upgradeOptions(options);
    this.reserving = new ReservingAnew(stores, this.options.form);
  }

  /** Does nothing if it runs already. */
  start(): void {
    this.running ??= this.untilDone();
  }

  /** The same, and then reviews these holders. Nothing waits for that. */
  startAndReview(left: () => Promise<readonly string[]>): void {
    this.start();
    const reviewed = async () => this.review(await left());
    this.reviewing ??= this.running!.then(reviewed).catch(this.options.failed);
  }

  /** Returns when the batch in progress is finished; a later start goes on from there. */
  async stop(): Promise<void> {
    this.stopped.abort();
    await this.running;
    await this.reviewing;
  }

  /** Waits until every unique value is reserved. Throws `ReservationsNotReady` if that takes too long. */
  readonly ready = async (): Promise<void> => {
    if (this.isDone) return;
    this.start();
    const late = new AbortController();
    const patience = delay(Math.min(this.options.patience, 2 ** 31 - 1), undefined, { signal: late.signal });
    await Promise.race([this.running, patience]).finally(() => late.abort());
    patience.catch(() => undefined);
    if (!this.isDone) throw new ReservationsNotReady('Unique values are being reserved anew.');
  };

  /** Releases what a process that died has left: a value that one of these holders no longer has. */
  async review(holders: readonly string[]): Promise<void> {
    for (const stream of holders) {
      if (this.stopped.signal.aborted) return;
      await this.reserving.ofStream(stream);
    }
  }

  private async untilDone(): Promise<void> {
    const { signal } = this.stopped;
    while (!signal.aborted) {
      try {
        this.isDone = await this.attempt();
        if (this.isDone) return;
      } catch (error) {
        this.options.failed(error);
      }
      await delay(this.options.wait, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Whether it is done, by this or another process. */
  private async attempt(): Promise<boolean> {
    const { records, log, documents } = this.stores;
    const { form, ttl } = this.options;
    const known = await progressOf(records, log, form);
    if (known.isDone) {
      if (known.position === 0) await keepProgress(records, known); // a log that was empty has nothing of an earlier form
      return true;
    }
    const lease = await documents.lease(LEASE, randomUUID(), ttl);
    if (!lease) return false;
    try {
      return await this.goThrough(await progressOf(records, log, form), lease);
    } finally {
      await documents.release(lease);
    }
  }

  private async goThrough(begun: FormProgress, lease: Lease): Promise<boolean> {
    const { records, log, documents } = this.stores;
    const { batch, ttl, report } = this.options;
    if (begun.isDone) return true;
    report(begun);
    let progress = begun;
    for await (const events of log.readAll(begun.position, { types: this.reserving.types, batch })) {
      if (this.stopped.signal.aborted || !(await documents.renew(lease, ttl))) return false;
      const shared = progress.shared + (await this.reserveIn(events));
      progress = { ...progress, shared, position: events.at(-1)!.position };
      await keepProgress(records, progress);
    }
    progress = { ...progress, position: await log.head(), isDone: true };
    await keepProgress(records, progress);
    report(progress);
    return true;
  }

  /** Each stream once, at its first event, with the values that it has now. */
  private async reserveIn(events: readonly RecordedEvent[]): Promise<number> {
    const first = events.filter(({ revision }) => revision === 0);
    let shared = 0;
    for (let at = 0; at < first.length; at += AT_ONCE) {
      const kinds = await Promise.all(first.slice(at, at + AT_ONCE).map((event) => this.reserving.ofEvent(event)));
      shared += kinds.flat().length;
    }
    return shared;
  }
}
