import Database from 'better-sqlite3';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { Worker } from 'node:worker_threads';
import { SqliteDocumentStore, SqliteEventStore, SqliteRecordStore } from './index.js';
import { WAL_KEPT } from './open-file.js';
import { newEvent } from '@annals/testing';

const MEGABYTE = 'x'.repeat(1024 * 1024);

describe('the write-ahead file is small again', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(`${tmpdir()}/wal-`);
    file = `${folder}/data.db`;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const walSize = () => statSync(`${file}-wal`).size;
  /** Keeps what is written meanwhile out of the database file, as a long read or a full disk does. */
  const holdBack = () => {
    const reader = new Database(file, { readonly: true });
    reader.exec('BEGIN; SELECT count(*) FROM sqlite_schema');
    return () => reader.close();
  };

  it('after a rebuild that was read from', async () => {
    const store = new SqliteDocumentStore({ file });
    await store.open({ name: 'pages', fields: {}, indexes: [] });
    const write = (from: number, count: number, body: object) => {
      const writes = Array.from({ length: count }, (_, index) => ({
        id: `${from + index}`,
        position: from,
        body,
        fields: {},
      }));
      return store.commit([{ collection: 'pages', writes }]);
    };
    const letGo = holdBack();
    for (let from = 1; from <= 20; from += 4) await write(from, 4, { text: MEGABYTE });
    expect(walSize()).toBeGreaterThan(WAL_KEPT);

    letGo();
    for (let count = 1; count <= 3; count += 1) await write(100 + count, 1, {});
    expect(walSize()).toBeLessThanOrEqual(WAL_KEPT);
    expect(await store.count('pages')).toBe(23);
    await store.close();
  });

  it('after events that could not be moved', async () => {
    const log = new SqliteEventStore({ file });
    const append = (stream: string, text: string) =>
      log.append(stream, -1, [{ ...newEvent(stream), type: 'Written', data: { text } }]);
    await append('first', '');
    const letGo = holdBack();
    for (let count = 1; count <= 20; count += 1) await append(`page-${count}`, MEGABYTE);
    expect(walSize()).toBeGreaterThan(WAL_KEPT);

    letGo();
    for (let count = 1; count <= 3; count += 1) await append(`note-${count}`, '');
    expect(walSize()).toBeLessThanOrEqual(WAL_KEPT);
    expect(await log.head()).toBe(24);
    await log.close();
  });
});

const require = createRequire(import.meta.url);

/** Another program that opens a file before it has a write-ahead file, and locks it for a moment. */
const lockedAtFirst = async (file: string) => {
  const program = `
    const { parentPort, workerData } = require('node:worker_threads');
    const database = require(workerData.driver)(workerData.file);
    database.exec('BEGIN IMMEDIATE');
    parentPort.postMessage('locked');
    setTimeout(() => database.close(), 100);`;
  const workerData = { file, driver: require.resolve('better-sqlite3') };
  const worker = new Worker(program, { eval: true, workerData });
  await once(worker, 'message');
  return { ended: once(worker, 'exit') };
};

it.each([
  ['log', SqliteEventStore],
  ['views', SqliteDocumentStore],
  ['records', SqliteRecordStore],
])('opens a new file of %s that another program opens at the same time', async (name, Store) => {
  const folder = mkdtempSync(`${tmpdir()}/opened-together-`);
  const file = `${folder}/${name}.db`;
  const { ended } = await lockedAtFirst(file);
  const store = new Store({ file });
  await ended;
  await store.close();
  rmSync(folder, { recursive: true });
});

it('closes files to other users of the machine that an older version left open to them', async () => {
  const folder = mkdtempSync(`${tmpdir()}/private-`);
  const modes = () => readdirSync(folder).map((name) => statSync(`${folder}/${name}`).mode & 0o777);
  const open = async () => {
    const [log, views] = [
      new SqliteEventStore({ file: `${folder}/events.db` }),
      new SqliteDocumentStore({ file: `${folder}/views.db` }),
    ];
    await log.append('a', -1 + (await log.read('a')).length, [newEvent(`a-${(await log.read('a')).length}`)]);
    await views.open({ name: 'pages', fields: {}, indexes: [] });
    return { log, views };
  };
  const crashed = await open();
  for (const name of readdirSync(folder)) chmodSync(`${folder}/${name}`, 0o644);
  const again = await open();
  expect(modes()).toEqual(modes().map(() => 0o600));
  for (const store of [crashed, again]) {
    await store.log.close();
    await store.views.close();
  }
  rmSync(folder, { recursive: true });
});
