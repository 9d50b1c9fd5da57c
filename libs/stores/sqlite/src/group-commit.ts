import { OutcomeUnknown, type NewEvent, type Receipt, type RecordedEvent } from '@annals/event-sourcing';
import type { Database } from 'better-sqlite3';
import { settle, type Append, type Outcome } from './appends.js';
import { codeOf, faultOf } from './fault.js';
import { Inserts } from './inserts.js';
import type { KnownRevisions } from './known-revisions.js';
import type { LogStatements, Row } from './log-schema.js';
import type { OwnEvents } from './own-events.js';
import type { StreamCache } from './stream-cache.js';
import { AGAIN, failFast, isLocked } from './unlocked.js';

type Surroundings = {
  readonly known: KnownRevisions;
  readonly own: OwnEvents;
  readonly streams: StreamCache;
  readonly recorded: (row: Row) => RecordedEvent;
  readonly storing: () => void;
  readonly stored: () => void;
};

const TURNS = 8; // of the event loop

/**
 * Concurrent appends share a transaction, and so one disk flush; each can be refused individually. A single append is
 * stored at once; several wait for each other while every turn of the event loop brings more.
 */
export class GroupCommit {
  private queue: Append[] = [];
  private lockedSince: number | undefined;
  private readonly inserts: Inserts;

  constructor(
    database: Database,
    sql: LogStatements,
    private readonly around: Surroundings,
    /** Milliseconds for which appends wait for another program that locks the file. */
    private readonly patience: number,
  ) {
    failFast(database);
    this.inserts = new Inserts(database, sql, around.known);
  }

  append(stream: string, expected: number, events: readonly NewEvent[]): Promise<Receipt> {
    const answer = Promise.withResolvers<Receipt>();
    const serialized = events.map(({ id, type, ...body }) => ({ id, type, body: JSON.stringify(body) }));
    if (this.queue.push({ stream, expected, events: serialized, answer }) === 1) setImmediate(() => this.gather(1));
    return answer.promise;
  }

  private gather(known: number, turns = TURNS) {
    const { length } = this.queue;
    if (length > known && turns > 1) setImmediate(() => this.gather(length, turns - 1));
    else this.flush();
  }

  /** Stores what is queued, or refuses it. */
  readonly finish = () => this.flush(0);

  private flush(patience = this.patience) {
    const group = this.queue;
    this.queue = [];
    if (group.length === 0) return;
    try {
      this.around.storing();
      const outcomes = this.inserts.store(group, new Date().toISOString());
      outcomes.forEach((outcome, index) => this.settleStored(group[index]!, outcome));
      this.around.stored();
    } catch (error) {
      if (isLocked(error) && this.mayWait(patience)) return this.later(group);
      const refusal = codeOf(error).startsWith('SQLITE') ? new OutcomeUnknown(faultOf(error)) : error;
      group.forEach((append) => settle(append, { refusal }));
    }
    this.lockedSince = undefined;
  }

  private mayWait(patience: number): boolean {
    this.lockedSince ??= performance.now();
    return performance.now() < this.lockedSince + patience;
  }

  /** In the order of the calls: later ones wait behind these. */
  private later(group: Append[]) {
    this.queue = group;
    setTimeout(() => this.flush(), AGAIN);
  }

  private settleStored(append: Append, outcome: Outcome) {
    if ('receipt' in outcome) this.remember(append, outcome.receipt, outcome.recordedAt);
    settle(append, outcome);
  }

  private remember({ expected, events }: Append, { stream, revision, position }: Receipt, recordedAt?: string) {
    this.around.known.add(stream, revision);
    if (recordedAt === undefined) return;
    const before = position - events.length;
    this.around.own.add(
      before,
      events.map(({ type }) => type),
    );
    this.around.streams.append(stream, expected, events.length, () =>
      events.map((event, index) =>
        this.around.recorded({
          ...event,
          stream,
          recordedAt,
          revision: expected + 1 + index,
          position: before + 1 + index,
        }),
      ),
    );
  }
}
