import { SqliteEventStore } from '@annals/store-sqlite';
import Database from 'better-sqlite3';
import { join } from 'node:path';

const COLUMNS = ['id', 'stream', 'revision', 'type', 'recordedAt', 'body'];

/** The fastest inserts into the tables of a log, in events per second: prepared rows, one statement, one transaction per batch. */
export const bareInserts = (file, batches) => {
  const database = new Database(file);
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  const insert = database.prepare(`INSERT INTO events (${COLUMNS.join()}) VALUES (?, ?, ?, ?, ?, ?)`);
  const store = database.transaction((batch) => {
    for (const row of batch) insert.run(...row);
  });
  const started = performance.now();
  for (const batch of batches) store.immediate(batch);
  const seconds = (performance.now() - started) / 1000;
  database.close();
  return batches.flat().length / seconds;
};

/** The number of events in a log that an import has stored, and how many of them bare inserts in batches of this size store per second. */
export const insertedAgain = async (dataDir, folder, size) => {
  const log = new Database(join(dataDir, 'events.db'), { readonly: true });
  const rows = log
    .prepare(`SELECT ${COLUMNS.join()} FROM events WHERE body ->> 'actor' = ? ORDER BY position`)
    .raw()
    .all('system:import');
  log.close();
  const file = join(folder, 'bare.db');
  await new SqliteEventStore({ file }).close();
  const batches = Array.from({ length: Math.ceil(rows.length / size) }, (_, n) => rows.slice(n * size, (n + 1) * size));
  return { events: rows.length, rate: bareInserts(file, batches) };
};
