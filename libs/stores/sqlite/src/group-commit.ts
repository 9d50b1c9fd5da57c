import { NO_STREAM, OutcomeUnknown, receiptOf, RevisionConflict } from '@annals/event-sourcing';
import type { NewEvent, Receipt, RecordedEvent } from '@annals/event-sourcing';
import type { Database } from 'better-sqlite3';
import { settle, type Append, type Outcome } from './appends.js';
import { codeOf, faultOf, isConstraint } from './fault.js';
import type { KnownRevisions } from './known-revisions.js';
import type { LogStatements, Row } from './log-schema.js';
import type { StreamCache } from './stream-cache.js';
import { AGAIN, failFast, isLocked } from './unlocked.js';

type Surroundings = {
  readonly known: KnownRevisions;
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
  private readonly store: (group: readonly Append[]) => readonly Outcome[];
  private readonly insertAllOrNone: (append: Append, recordedAt: string) => Receipt;

  constructor(
    database: Database,
    private readonly sql: LogStatements,
    private readonly around: Surroundings,
    /** Milliseconds for which appends wait for another program that locks the file. */
    private readonly patience: number,
  ) {
    failFast(database);
    // Within the transaction of the group it is a savepoint.
    this.insertAllOrNone = database.transaction(this.insertAll);
    // IMMEDIATE locks before the check: a deferred transaction could check, wait for another writer and then fail.
    const store = database.transaction((group: readonly Append[]) => {
      const recordedAt = new Date().toISOString();
      return group.map((append) => this.attempt(append, recordedAt));
    });
    this.store = (group) => {
      this.around.storing();
      return store.immediate(group);
    };
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
      const outcomes = this.store(group);
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

  private remember({ stream, expected, events }: Append, { revision, position }: Receipt, recordedAt?: string) {
    this.around.known.add(stream, revision);
    if (recordedAt === undefined) return;
    const before = position - events.length;
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

  private attempt(append: Append, recordedAt: string): Outcome {
    try {
      const store = append.events.length === 1 ? this.insertAll : this.insertAllOrNone;
      return { receipt: store(append, recordedAt), recordedAt };
    } catch (refusal) {
      if (!(refusal instanceof RevisionConflict || isConstraint(refusal))) throw refusal;
      const first = this.sql.byId.get(append.events.at(-1)!.id);
      return first ? { receipt: receiptOf(first) } : { refusal: this.reasonOf(refusal, append) };
    }
  }

  private lastOf(stream: string) {
    return this.sql.last.get(stream) ?? NO_STREAM;
  }

  private reasonOf(refusal: unknown, { stream, expected }: Append) {
    const actual = this.lastOf(stream);
    return actual === expected ? refusal : new RevisionConflict(stream, expected, actual);
  }

  private readonly insertAll = ({ stream, expected, events }: Append, recordedAt: string): Receipt => {
    // The unique (stream, revision) refuses old revisions, so a query is needed only where there could be a gap.
    if (!this.around.known.has(stream, expected) && this.lastOf(stream) !== expected)
      throw new RevisionConflict(stream, expected, this.lastOf(stream));

    const receipt = { stream, revision: expected, position: 0 };
    for (const { id, type, body } of events) {
      receipt.revision += 1;
      const { lastInsertRowid } = this.sql.insert.run(id, stream, receipt.revision, type, recordedAt, body);
      receipt.position = Number(lastInsertRowid);
    }
    return receipt;
  };
}
