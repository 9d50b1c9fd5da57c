import { RecordConflict, RecordKeyTaken, RecordStore } from '@annals/event-sourcing';
import type { ExpectedRevision, RecordPageQuery, RecordWrite, StoredRecord } from '@annals/event-sourcing';
import type { Database } from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { openFile } from './open-file.js';
import { Statements } from './statements.js';
import { Writes } from './unlocked.js';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS records (
    kind     TEXT NOT NULL,
    id       TEXT NOT NULL,
    revision TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE IF NOT EXISTS record_keys (
    kind TEXT NOT NULL,
    key  TEXT NOT NULL,
    id   TEXT NOT NULL,
    PRIMARY KEY (kind, key)
  ) STRICT, WITHOUT ROWID;

  CREATE INDEX IF NOT EXISTS record_keys_by_id ON record_keys (kind, id);
`;

type Row = Pick<StoredRecord, 'kind' | 'id' | 'revision'> & { readonly body: string };

export type SqliteRecordOptions = {
  readonly file: string;
  /** How long a write waits for a write of another process, in milliseconds; default 5,000. */
  readonly busyTimeout?: number;
};

/** Records in one SQLite file, flushed to disk by every write. Several processes may have it open. */
export class SqliteRecordStore extends RecordStore {
  private readonly database: Database;
  private readonly writes: Writes;
  private readonly sql: Statements;

  constructor({ file, busyTimeout = 5_000 }: SqliteRecordOptions) {
    super();
    this.database = openFile(file, 'FULL', busyTimeout);
    this.database.exec(SCHEMA);
    this.writes = new Writes(this.database, busyTimeout);
    this.sql = new Statements(this.database);
  }

  async get(kind: string, id: string) {
    return recordOf(this.sql.of<Row>('SELECT * FROM records WHERE kind = ? AND id = ?').get(kind, id));
  }

  async find(kind: string, key: string) {
    const text = 'SELECT records.* FROM record_keys JOIN records USING (kind, id) WHERE kind = ? AND key = ?';
    return recordOf(this.sql.of<Row>(text).get(kind, key));
  }

  async list(kind: string, { limit, after }: RecordPageQuery) {
    const text = 'SELECT * FROM records WHERE kind = ? AND (? IS NULL OR id > ?) ORDER BY id LIMIT ?';
    const rows = this.sql.of<Row>(text).all(kind, after ?? null, after ?? null, limit);
    return rows.map((row) => recordOf(row)!);
  }

  async kinds() {
    return this.sql.of<string>('SELECT DISTINCT kind FROM records ORDER BY kind').pluck().all();
  }

  async keysOf(kind: string, id: string) {
    const text = 'SELECT key FROM record_keys WHERE kind = ? AND id = ? ORDER BY key';
    return this.sql.of<string>(text).pluck().all(kind, id);
  }

  async put({ kind, id, body, keys = [] }: RecordWrite, expected: ExpectedRevision) {
    const row = { kind, id, revision: randomUUID(), body: JSON.stringify(body) };
    await this.writes.run(() => {
      if (!this.store(row, expected)) throw new RecordConflict(kind, id);
      this.sql.of('DELETE FROM record_keys WHERE kind = ? AND id = ?').run(kind, id);
      const insert = this.sql.of('INSERT OR IGNORE INTO record_keys VALUES (?, ?, ?)');
      for (const key of new Set(keys)) if (insert.run(kind, key, id).changes === 0) throw new RecordKeyTaken(kind, id);
    });
    return recordOf(row)!;
  }

  async delete(kind: string, id: string, expected: string) {
    await this.writes.run(() => {
      const remove = this.sql.of('DELETE FROM records WHERE kind = ? AND id = ? AND revision = ?');
      if (remove.run(kind, id, expected).changes === 0) throw new RecordConflict(kind, id);
      this.sql.of('DELETE FROM record_keys WHERE kind = ? AND id = ?').run(kind, id);
    });
  }

  async close() {
    this.database.close();
  }

  private store({ kind, id, revision, body }: Row, expected: ExpectedRevision): boolean {
    const result =
      expected === null
        ? this.sql.of('INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?)').run(kind, id, revision, body)
        : this.sql
            .of('UPDATE records SET revision = ?, body = ? WHERE kind = ? AND id = ? AND revision = ?')
            .run(revision, body, kind, id, expected);
    return result.changes === 1;
  }
}

const recordOf = (row: Row | undefined): StoredRecord | undefined =>
  row && { ...row, body: JSON.parse(row.body) as object };
