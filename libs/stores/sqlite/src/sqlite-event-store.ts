import {
  EventStore,
  isAt,
  NO_STREAM,
  type EventPlace,
  type NewEvent,
  type ReadOptions,
  type RecordedEvent,
} from '@annals/event-sourcing';
import type { Database } from 'better-sqlite3';
import { setImmediate as turn } from 'node:timers/promises';
import { gapsIn } from './gaps.js';
import { GroupCommit } from './group-commit.js';
import { KnownRevisions } from './known-revisions.js';
import { identityOf, LOG_SCHEMA, recordedIn, statements, type LogStatements, type Row } from './log-schema.js';
import { Moves } from './moves.js';
import { openFile } from './open-file.js';
import { OwnEvents } from './own-events.js';
import type { SqliteLogOptions } from './options.js';
import { Snapshot } from './snapshot.js';
import { StreamCache } from './stream-cache.js';

const BATCH = 1_000; // events
const STRETCH = 10_000; // positions that one page examines

/** The event log in one SQLite file. Several processes may have it open. */
export class SqliteEventStore extends EventStore {
  private readonly database: Database;
  private readonly name: string;
  private readonly recorded: (row: Row) => RecordedEvent;
  private readonly sql: LogStatements;
  private readonly moves: Moves;
  private readonly known = new KnownRevisions();
  private readonly own = new OwnEvents();
  private readonly streams: StreamCache;
  private readonly snapshot: Snapshot;
  private readonly writer: GroupCommit;

  constructor({ file, busyTimeout = 4_500, kept }: SqliteLogOptions) {
    super();
    this.database = openFile(file, 'FULL', busyTimeout);
    // Without it, INSERT OR REPLACE would delete a row without firing a trigger.
    this.database.pragma('recursive_triggers = ON');
    this.database.exec(LOG_SCHEMA);
    this.name = identityOf(this.database);
    this.recorded = recordedIn(this.name);
    this.sql = statements(this.database);
    this.moves = new Moves(this.database);
    this.streams = new StreamCache(this.database, kept);
    this.snapshot = new Snapshot(this.database, () => this.streams.look());
    const { known, own, streams, snapshot, recorded } = this;
    const storing = { storing: () => snapshot.end(), stored: () => this.moves.announce() };
    this.writer = new GroupCommit(this.database, this.sql, { known, own, streams, recorded, ...storing }, busyTimeout);
  }

  async read(stream: string, after = NO_STREAM) {
    return this.snapshot.of(() => {
      const known = this.streams.get(stream);
      if (after === NO_STREAM) return known ?? this.readNow(stream);
      return known?.slice(after + 1) ?? this.sql.tail.all(stream, after).map(this.recorded);
    });
  }

  async readAt(places: readonly EventPlace[]) {
    const positions = JSON.stringify(places.map(({ position }) => position));
    const rows = this.snapshot.of(() => this.sql.at.all(positions));
    const found = new Map(rows.map((row) => [row.position, row]));
    return places.flatMap((place) => {
      const row = found.get(place.position);
      return row && isAt(row, place) ? [this.recorded(row)] : [];
    });
  }

  append(stream: string, expected: number, events: readonly NewEvent[]) {
    if (events.length === 0) return Promise.reject(new Error('An append requires at least one event.'));
    if (!this.database.open) return Promise.reject(new Error('The log is closed.'));
    return this.writer.append(stream, expected, events);
  }

  async *readAll(after: number, options: ReadOptions = {}) {
    yield* this.between(after, this.headNow(), options);
  }

  async *follow(after: number, signal: AbortSignal, options: ReadOptions = {}) {
    const over = () => signal.aborted || !this.database.open;
    while (!over()) {
      const head = this.headNow();
      for await (const batch of this.between(after, head, options)) {
        if (over()) return;
        yield batch;
      }
      after = Math.max(after, head);
      if (!over() && this.headNow() <= after) await this.moves.next(signal);
    }
  }

  async identity() {
    return this.name;
  }

  async head() {
    return this.headNow();
  }

  override gaps(signal?: AbortSignal) {
    this.snapshot.end();
    return gapsIn(this.database, signal);
  }

  async close() {
    if (!this.database.open) return;
    this.writer.finish();
    this.snapshot.end();
    this.database.close();
    this.moves.close();
  }

  /** Never of an outdated snapshot: others compare it with what another connection has derived from newer events. */
  private headNow() {
    this.snapshot.end();
    return this.sql.head.get() ?? 0;
  }

  private readNow(stream: string) {
    const events = this.sql.stream.all(stream).map(this.recorded);
    if (events.length > 0) this.known.add(stream, events.at(-1)!.revision);
    this.streams.set(stream, events);
    return events;
  }

  private async *between(after: number, head: number, options: ReadOptions) {
    while (after < head) {
      const passed = options.types ? this.own.without(options.types, after) : after;
      const page = passed > after ? { events: [], end: passed } : this.page(after, head, options);
      if (page.events.length > 0) yield page.events;
      after = page.end;
      if (after < head) await turn(); // lets other work run during a long read
    }
  }

  /** Read in pages, because an open cursor would prevent the connection from writing. */
  private page(after: number, head: number, { types, batch = BATCH }: ReadOptions) {
    const upto = Math.min(head, after + Math.max(STRETCH, batch));
    const wanted = types ? JSON.stringify(types) : null;
    const events = this.sql.page.all({ after, upto, types: wanted, limit: batch }).map(this.recorded);
    return { events, end: events.length === batch ? events.at(-1)!.position : upto };
  }
}
