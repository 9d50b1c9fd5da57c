import { placeholder, type NewEvent, type RecordedEvent } from '@annals/event-sourcing';
import type { Database, Statement } from 'better-sqlite3';
import { createHash, randomUUID } from 'node:crypto';

/** Fields that queries need are columns; `body` is the rest of the event as JSON. */
export type Row = Pick<RecordedEvent, 'position' | 'id' | 'stream' | 'revision' | 'type' | 'recordedAt'> & {
  readonly body: string;
};

/** `upto` limits the rows that one page examines, because events of a rare type could be anywhere. */
export type PageBounds = {
  readonly after: number;
  readonly upto: number;
  readonly types: string | null;
  readonly limit: number;
};

// AUTOINCREMENT never reuses a position, and a failed transaction returns its positions.
export const LOG_SCHEMA = `
  CREATE TABLE IF NOT EXISTS events (
    position   INTEGER PRIMARY KEY AUTOINCREMENT,
    id         TEXT NOT NULL UNIQUE,
    stream     TEXT NOT NULL,
    revision   INTEGER NOT NULL,
    type       TEXT NOT NULL,
    recordedAt TEXT NOT NULL,
    body       TEXT NOT NULL,
    UNIQUE (stream, revision)
  ) STRICT;

  CREATE TRIGGER IF NOT EXISTS events_never_change BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'an event is never changed'); END;

  CREATE TRIGGER IF NOT EXISTS events_never_leave BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'an event is never removed'); END;

  CREATE TABLE IF NOT EXISTS log (
    only     INTEGER PRIMARY KEY CHECK (only = 1),
    identity TEXT NOT NULL
  ) STRICT;

  CREATE TRIGGER IF NOT EXISTS log_never_changes BEFORE UPDATE ON log
    BEGIN SELECT RAISE(ABORT, 'a log never becomes another one'); END;

  CREATE TRIGGER IF NOT EXISTS log_never_leaves BEFORE DELETE ON log
    BEGIN SELECT RAISE(ABORT, 'a log never becomes another one'); END;
`;

/** The values of `INSERTED` of one event or several. */
export type EventValues = (string | number)[];

const INSERTED = ['id', 'stream', 'revision', 'type', 'recordedAt', 'body'];
export const COLUMNS = INSERTED.length;

/** Events of one statement: more in one would be hardly faster. */
export const ROWS = 16;

export type LogStatements = {
  readonly byId: Statement<[string], Row>;
  readonly stream: Statement<[string], Row>;
  /** After a revision. */
  readonly tail: Statement<[string, number], Row>;
  readonly last: Statement<[string], number | null>;
  readonly head: Statement<[], number | null>;
  /** By a JSON list of positions. */
  readonly at: Statement<[string], Row>;
  readonly page: Statement<[PageBounds], Row>;
  readonly insert: Statement<[EventValues]>;
  /** `ROWS` events. */
  readonly insertRows: Statement<[EventValues]>;
};

// FAIL keeps no copy of the pages for the rows before a refused one: the transaction or savepoint around it is rolled back.
const insertOf = (rows: number) => `
  INSERT OR FAIL INTO events (${INSERTED.join()})
  VALUES ${Array.from({ length: rows }, () => `(${INSERTED.map(() => '?').join()})`).join()}`;

export const statements = (database: Database): LogStatements => {
  const byId = database.prepare<[string], Row>('SELECT * FROM events WHERE id = ?');
  const stream = database.prepare<[string], Row>('SELECT * FROM events WHERE stream = ? ORDER BY revision');
  const tail = database.prepare<[string, number], Row>(
    'SELECT * FROM events WHERE stream = ? AND revision > ? ORDER BY revision',
  );
  const last = database.prepare<[string], number | null>('SELECT max(revision) FROM events WHERE stream = ?').pluck();
  const head = database.prepare<[], number | null>('SELECT max(position) FROM events').pluck();
  const at = database.prepare<[string], Row>('SELECT * FROM events WHERE position IN (SELECT value FROM json_each(?))');
  const page = database.prepare<[PageBounds], Row>(`
    SELECT * FROM events
    WHERE position > @after AND position <= @upto
      AND (@types IS NULL OR type IN (SELECT value FROM json_each(@types)))
    ORDER BY position LIMIT @limit`);
  const insert = database.prepare<[EventValues]>(insertOf(1));
  const insertRows = database.prepare<[EventValues]>(insertOf(ROWS));
  return { byId, stream, tail, last, head, at, page, insert, insertRows };
};

/**
 * The identity of the log in the file; created if there is none. A log of an older version gets it from its first event, so
 * that every copy of it has the same one.
 */
export const identityOf = (database: Database): string => {
  const identity = database.prepare<[], string>('SELECT identity FROM log').pluck();
  const known = identity.get(); // queried first, because an insert waits for other writers even if there is nothing to insert
  if (known !== undefined) return known;
  const first = database.prepare<[], string>('SELECT id || recordedAt FROM events ORDER BY position LIMIT 1').pluck();
  const origin = first.get();
  const fresh = origin === undefined ? randomUUID() : uuidOf(origin);
  database.prepare('INSERT OR IGNORE INTO log VALUES (1, ?)').run(fresh);
  return identity.get()!;
};

/** A UUID of version 8: a hash. */
const uuidOf = (text: string): string => {
  const hex = createHash('sha256').update(text).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
};

type Body = Omit<NewEvent, 'id' | 'type'>;

/** Converts rows to events. A body that was changed in the file and is no longer JSON makes the event unreadable. */
export const recordedIn =
  (log: string) =>
  ({ body, ...columns }: Row): RecordedEvent => {
    const parsed = parse(body);
    return parsed ? { ...parsed, ...columns, log } : placeholder({ ...columns, log }, 'NotJson');
  };

const parse = (body: string): Body | undefined => {
  try {
    const parsed = JSON.parse(body) as Body | null;
    return typeof parsed?.data === 'object' ? parsed : undefined;
  } catch {
    return undefined;
  }
};
