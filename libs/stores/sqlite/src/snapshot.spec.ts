import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteDocumentStore } from './sqlite-document-store.js';
import { SqliteEventStore } from './sqlite-event-store.js';

describe('what one connection reads while another one writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('has the head of the log as it is now, also right after a stream was read', async () => {
    const file = join(folder, 'events.db');
    const log = new SqliteEventStore({ file });
    const other = new Database(file);
    const append = other.prepare(
      `INSERT INTO events (id, stream, revision, type, recordedAt, body) VALUES ('1', 'a', 0, 'Noted', '', '{}')`,
    );
    expect(await log.read('a')).toEqual([]);
    append.run();
    expect(await log.head()).toBe(1);
    expect(await log.read('a')).toHaveLength(1);
    await log.close();
    other.close();
  });

  it('is never one state for ever, also if its reader never waits', async () => {
    const file = join(folder, 'views.db');
    const store = new SqliteDocumentStore({ file });
    const other = new SqliteDocumentStore({ file });
    expect(await store.served('view')).toBeUndefined();
    await other.serve('view', 'view-v1');
    let reads = 0;
    while (reads < 2_000 && (await store.served('view')) === undefined) reads += 1;
    expect(reads).toBeLessThan(1_001);
    await store.close();
    await other.close();
  });
});
