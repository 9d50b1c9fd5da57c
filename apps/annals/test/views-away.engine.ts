import { join } from 'node:path';
import { startMongo, type NativeMongo } from '../../../infra/native/mongo.mjs';
import { Installation } from './apart/installation.js';
import { comes } from './apart/patience.js';
import { Process } from './apart/process.js';
import type { Client } from './client.js';
import { freePort } from './ports.js';
import { stage } from './stage.js';

const { folder } = stage();
const READS = ['/v1/customers?limit=1', '/v1/customers/ann', '/v1/deals', '/v1/reports/sales?by=country'];
const ANN = { customerId: 'ann', kind: 'person', name: 'Ann', roles: ['prospect'] };
const renamed = { changes: { phone: '+43 1 234567' }, reason: 'called' };

let views: NativeMongo | undefined;
let installation: Installation;
let client: Client;
afterAll(async () => {
  await Process.killAll();
  await views?.stop();
});

it('is waited for by processes that start before it', async () => {
  const port = await freePort();
  const environment = { DATA_DIR: join(folder, 'data'), READ_STORE_URL: `mongodb://127.0.0.1:${port}/annals` };
  installation = new Installation(environment, ['projector', 'query', 'sales']);
  ({ client } = installation);
  const { processes } = installation;
  const started = Promise.all(processes.map((each) => each.start()));
  await comes('a line of each', async () => processes.every(({ complaints }) => complaints.includes('waits for it')));
  views = await startMongo({ port, folder: join(folder, 'views') });
  await started;
  await installation.claim();
  expect((await client.post('/v1/customers', ANN)).status).toBe(201);
  await comes('the customer', async () => (await client.get('/v1/customers/ann')).status === 200);
});

it('makes every answer from views a 503 with the time to wait, and none another error; commands go on', async () => {
  await views!.kill();
  const changing = client.post('/v1/customers/ann/change-data', renamed);
  for (const { status, headers, body } of await Promise.all(READS.map((path) => client.get(path)))) {
    expect(body).toMatchObject({ status: 503, code: 'ViewsUnavailable', details: { state: 'ViewsAway' } });
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
  }
  expect(await changing).toMatchObject({ status: 200 });
  expect(await client.get('/health/live')).toMatchObject({ status: 200 });
  expect(await client.get('/health/ready')).toMatchObject({ status: 503 });
});

it('lets processes end in time while it is away', async () => {
  const other = installation.of('sales');
  await other.stop();
  expect(other.runs).toBe(false);
});

it('is used again when it is back', async () => {
  await views!.restart();
  await installation.of('sales').start();
  for (const path of READS) await comes(path, async () => (await client.get(path)).status === 200);
  const shown = async () => JSON.stringify((await client.get('/v1/customers/ann')).body);
  await comes('what was changed meanwhile', async () => (await shown()).includes(renamed.changes.phone));
});
