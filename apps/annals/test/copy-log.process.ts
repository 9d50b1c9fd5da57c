import { join } from 'node:path';
import { startEventStoreDb, type NativeEventStoreDb } from '../../../infra/native/eventstoredb.mjs';
import type { Client, Receipt } from './client.js';
import { expectViewsLikeRebuilt } from './inspection.js';
import { Load } from './load.js';
import { stage } from './stage.js';
import { startedIn } from './started.js';

const ANN = { customerId: 'ann', kind: 'person', name: 'Ann', roles: ['prospect'] };
const BOB = { ...ANN, customerId: 'bob', name: 'Bob' };

const { folder, annals } = stage();
const dataDir = join(folder, 'data');
const copyLog = (environment = {}) => annals(['copy-log'], { DATA_DIR: dataDir, ...environment });

describe('a log that is copied from SQLite to an EventStoreDB', () => {
  let there: NativeEventStoreDb;
  let moved: { readonly EVENT_STORE_URL: string };
  let history: unknown;

  const withServer = async <T>(environment: object, use: (client: Client) => Promise<T>): Promise<T> => {
    const { server, client } = await startedIn(dataDir, [], { ...environment });
    const result = await use(client);
    await server.stop();
    return result;
  };
  const historyOf = async (client: Client, headers: Record<string, string> = {}) => {
    const { status, body } = await client.get('/v1/customers/ann/history', headers);
    expect(status).toBe(200);
    return JSON.parse(
      JSON.stringify(body, (key, value: unknown) => (key === 'position' ? undefined : value)),
    ) as object;
  };

  beforeAll(async () => {
    there = await startEventStoreDb();
    moved = { EVENT_STORE_URL: there.url };
    await withServer({}, async (client) => {
      const load = new Load(client, 8);
      await load.reaches(300);
      await load.end();
      const { body } = await client.post('/v1/customers', ANN);
      history = await historyOf(client, { 'consistency-token': (body as Receipt).consistencyToken });
    });
  });
  afterAll(() => there.stop());

  it('requires a target', async () => {
    expect(await copyLog()).toMatchObject({ code: 1, err: 'EVENT_STORE_URL must name the target of the copy.\n' });
  });

  it('is complete, and not doubled when it is copied again', async () => {
    const first = await copyLog(moved);
    expect(first).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^The EventStoreDB has all [\d,]+ events of /) as string,
    });
    expect(await copyLog(moved)).toMatchObject({ code: 0, out: first.out });
  });

  it('is continued by later events', async () => {
    await withServer({}, async (client) => {
      await client.post('/v1/customers', BOB);
    });
    expect(await copyLog(moved)).toMatchObject({ code: 0 });
  });

  it('keeps times, accounts and views', async () => {
    await expectViewsLikeRebuilt({ DATA_DIR: dataDir, ...moved });
    await withServer(moved, async (client) => {
      expect(await historyOf(client)).toEqual(history);
      expect((await client.post('/v1/customers', { ...BOB, name: 'Rob' })).status).toBe(409);
      expect((await client.post('/v1/customers', { ...BOB, customerId: 'cid' })).status).toBe(201);
    });
  });

  it('is never mixed with another log', async () => {
    expect(await copyLog(moved)).toMatchObject({
      code: 1,
      err: 'The EventStoreDB contains events that are not in the log of the data folder.\n',
    });
  });
});
