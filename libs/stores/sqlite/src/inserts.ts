import { NO_STREAM, receiptOf, RevisionConflict, type Receipt } from '@annals/event-sourcing';
import type { Database, Transaction } from 'better-sqlite3';
import type { Append, Outcome } from './appends.js';
import { isConstraint } from './fault.js';
import type { KnownRevisions } from './known-revisions.js';
import { COLUMNS, ROWS, type EventValues, type LogStatements } from './log-schema.js';

type Store = (group: readonly Append[], recordedAt: string) => readonly Outcome[];

const isRefusal = (error: unknown) => error instanceof RevisionConflict || isConstraint(error);

/** Inserts the events of groups of appends; each append can be refused individually. */
export class Inserts {
  private readonly together: Transaction<Store>;
  private readonly inTurn: Transaction<Store>;
  private readonly allOrNone: (append: Append, recordedAt: string) => Receipt;

  constructor(
    database: Database,
    private readonly sql: LogStatements,
    private readonly known: KnownRevisions,
  ) {
    this.together = database.transaction(this.insertTogether);
    this.inTurn = database.transaction<Store>((group, recordedAt) =>
      group.map((append) => this.attempt(append, recordedAt)),
    );
    // Within the transaction of the group it is a savepoint.
    this.allOrNone = database.transaction(this.insert);
  }

  /** Stores a group in one transaction. A savepoint costs half as much as its rows, so there is one only where something is refused. */
  store(group: readonly Append[], recordedAt: string): readonly Outcome[] {
    // IMMEDIATE locks before the check: a deferred transaction could check, wait for another writer and then fail.
    try {
      return this.together.immediate(group, recordedAt);
    } catch (refusal) {
      if (!isRefusal(refusal)) throw refusal;
      return this.inTurn.immediate(group, recordedAt);
    }
  }

  private readonly insertTogether: Store = (group, recordedAt) => {
    const ends = new Map<string, number>();
    for (const { stream, expected, events } of group) {
      if (ends.get(stream) !== expected) this.expectRevision(stream, expected);
      ends.set(stream, expected + events.length);
    }
    const last = this.insertRows(group, recordedAt);
    let position = last - group.reduce((count, { events }) => count + events.length, 0);
    return group.map(({ stream, expected, events: { length } }) => {
      position += length;
      return { receipt: { stream, revision: expected + length, position }, recordedAt };
    });
  };

  private attempt(append: Append, recordedAt: string): Outcome {
    try {
      const store = append.events.length === 1 ? this.insert : this.allOrNone;
      return { receipt: store(append, recordedAt), recordedAt };
    } catch (refusal) {
      if (!isRefusal(refusal)) throw refusal;
      const first = this.sql.byId.get(append.events.at(-1)!.id);
      return first ? { receipt: receiptOf(first) } : { refusal: this.reasonOf(refusal, append) };
    }
  }

  private readonly insert = (append: Append, recordedAt: string): Receipt => {
    const { stream, expected, events } = append;
    this.expectRevision(stream, expected);
    const position = this.insertRows([append], recordedAt);
    return { stream, revision: expected + events.length, position };
  };

  /** The unique (stream, revision) refuses old revisions, so a query is needed only where there could be a gap. */
  private expectRevision(stream: string, expected: number) {
    if (!this.known.has(stream, expected) && this.lastOf(stream) !== expected)
      throw new RevisionConflict(stream, expected, this.lastOf(stream));
  }

  /** Returns the position of the last one; the transaction makes them consecutive. */
  private insertRows(group: readonly Append[], recordedAt: string): number {
    let last: number | bigint = 0;
    let values: EventValues = [];
    for (const { stream, expected, events } of group)
      for (const [index, { id, type, body }] of events.entries()) {
        if (values.push(id, stream, expected + 1 + index, type, recordedAt, body) < ROWS * COLUMNS) continue;
        last = this.sql.insertRows.run(values).lastInsertRowid;
        values = [];
      }
    for (let from = 0; from < values.length; from += COLUMNS)
      last = this.sql.insert.run(values.slice(from, from + COLUMNS)).lastInsertRowid;
    return Number(last);
  }

  private lastOf(stream: string) {
    return this.sql.last.get(stream) ?? NO_STREAM;
  }

  private reasonOf(refusal: unknown, { stream, expected }: Append) {
    const actual = this.lastOf(stream);
    return actual === expected ? refusal : new RevisionConflict(stream, expected, actual);
  }
}
