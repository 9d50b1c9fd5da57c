import { NO_STREAM } from '@annals/event-sourcing';
import { newEvent } from '@annals/testing';
import { startEventStoreDb, type NativeEventStoreDb } from '../../../infra/native/eventstoredb.mjs';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { configurationOf } from './catalogue.js';
import { openEngine } from './engine.js';
import { closeStores } from './stores.js';
import { AnotherLog } from './own-log.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-own-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

let folders = 0;
let dataDir: string;
let servers: readonly NativeEventStoreDb[];
beforeAll(async () => {
  servers = await Promise.all([startEventStoreDb(), startEventStoreDb()]);
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));
beforeEach(() => {
  dataDir = join(folder, `${(folders += 1)}`);
});

const opened = async (environment: Readonly<Record<string, string>> = {}) => {
  const engine = await openEngine(configurationOf({ DATA_DIR: dataDir, ...environment }));
  const identity = await engine.log.identity();
  await closeStores(engine);
  return identity;
};

it('is the same at every start', async () => {
  expect(await opened()).toBe(await opened());
});

it('is not left for an empty log in the folder, which is not created', async () => {
  const own = await opened({ EVENT_STORE_URL: servers[0]!.url });
  await expect(opened()).rejects.toThrow(AnotherLog);
  await expect(opened()).rejects.toThrow(`belong to the log ${own}, but ${dataDir} holds no log. Set EVENT_STORE_URL`);
  expect(existsSync(join(dataDir, 'events.db'))).toBe(false);
  expect(await opened({ EVENT_STORE_URL: servers[0]!.url })).toBe(own);
});

it('is not left for another server', async () => {
  const own = await opened({ EVENT_STORE_URL: servers[0]!.url });
  const other = opened({ EVENT_STORE_URL: servers[1]!.url });
  await expect(other).rejects.toThrow(`belong to the log ${own}, but EVENT_STORE_URL names the log`);
});

it('is not left for a server that does not have a copy of it', async () => {
  const own = await opened();
  await expect(opened({ EVENT_STORE_URL: servers[0]!.url })).rejects.toThrow(AnotherLog);
  expect(await opened()).toBe(own);
});

it('is not read without the keys that it was written with', async () => {
  const engine = await openEngine(configurationOf({ DATA_DIR: dataDir }));
  await engine.log.append('a', NO_STREAM, [newEvent('1')]);
  await closeStores(engine);
  renameSync(join(dataDir, 'records.db'), join(dataDir, 'lost.db'));
  await expect(opened()).rejects.toThrow('has no keys for it. Restore its records from a backup.');
});
