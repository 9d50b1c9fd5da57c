import { NO_STREAM } from '@annals/event-sourcing';
import { newEvent } from '@annals/testing';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { SqliteDocumentStore } from './sqlite-document-store.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { SqliteRecordStore } from './sqlite-record-store.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-'));
afterAll(() => rmSync(folder, { recursive: true }));

const busyTimeout = 60_000; // ms

/** Enough for a write to be tried. */
const turns = async () => {
  for (let turned = 0; turned < 100; turned += 1) await turn();
};

/** Locks a file as another program may, and frees it after several turns of the event loop, in which nothing is written. */
const whileLocked = async (file: string, write: () => readonly Promise<unknown>[]) => {
  const stranger = new Database(file);
  stranger.exec('BEGIN IMMEDIATE');
  const done: number[] = [];
  const writes = write().map((each, index) => each.then(() => done.push(index)));
  await turns();
  expect(done).toEqual([]);
  stranger.exec('ROLLBACK');
  stranger.close();
  await Promise.all(writes);
  return done;
};

it('lets an event loop go on while another program locks the log, and keeps the order of appends', async () => {
  const file = join(folder, 'events.db');
  const log = new SqliteEventStore({ file, busyTimeout });
  const append = (stream: string, expected: number, id: string) => log.append(stream, expected, [newEvent(id)]);
  const order = await whileLocked(file, () => [
    append('a', NO_STREAM, '1'),
    append('a', 0, '2'),
    append('b', NO_STREAM, '3'),
  ]);
  expect(order).toEqual([0, 1, 2]);
  expect(await log.head()).toBe(3);
  await log.close();
});

it('lets an event loop go on while another program locks views or records', async () => {
  const [views, records] = [join(folder, 'views.db'), join(folder, 'records.db')];
  const documents = new SqliteDocumentStore({ file: views, busyTimeout });
  const store = new SqliteRecordStore({ file: records, busyTimeout });
  await whileLocked(views, () => [documents.lease('a', 'me', 1_000)]);
  await whileLocked(records, () => [store.put({ kind: 'a', id: 'b', body: {} }, null)]);
  expect(await documents.leases('a')).toMatchObject([{ owner: 'me' }]);
  expect(await store.get('a', 'b')).toMatchObject({ body: {} });
  await documents.close();
  await store.close();
});

it('refuses what waits for a lock when it is closed', async () => {
  const file = join(folder, 'closed.db');
  const log = new SqliteEventStore({ file, busyTimeout });
  const stranger = new Database(file);
  stranger.exec('BEGIN IMMEDIATE');
  const appending = log.append('a', NO_STREAM, [newEvent('1')]);
  const refused = expect(appending).rejects.toThrow('append again');
  await turns();
  await log.close();
  await refused;
  stranger.close();
});
