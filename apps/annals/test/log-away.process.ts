import { join } from 'node:path';
import { startEventStoreDb } from '../../../infra/native/eventstoredb.mjs';
import { comes } from './apart/patience.js';
import { Client } from './client.js';
import { hired } from './hired.js';
import { Server } from './server.js';
import { stage } from './stage.js';
import { Talk } from './talk.js';

const { annals, folder } = stage();

const PASSWORDS = ['correct horse battery staple', 'battery staple correct horse'] as const;

const READS = [
  '/v1/customers?limit=10',
  '/v1/customers/mine',
  '/v1/customers/mine/lifecycle',
  '/v1/deals',
  '/v1/complaints',
  '/v1/lifecycle',
  '/v1/reports/sales?by=country',
  '/v1/access',
];

let engine: Awaited<ReturnType<typeof startEventStoreDb>>;
let admin: Client;
let ann: Client;
beforeAll(async () => {
  engine = await startEventStoreDb({ folder: join(folder, 'log') });
  const server = await Server.start(folder, [], { EVENT_STORE_URL: engine.url });
  admin = new Client(server.url);
  await admin.claim(server.oneTimePassword!, PASSWORDS[0]);
  ann = await hired(admin, { userId: 'ann', displayName: 'Ann', roles: ['sales'] }, PASSWORDS[1]);
  const talk = new Talk(admin);
  const customer = { kind: 'person', name: 'P', roles: ['prospect'] };
  for (const customerId of ['mine', 'others']) await talk.tell('/v1/customers', { customerId, ...customer });
  await talk.tell('/v1/customers/mine/assign-owner', { owner: { id: 'ann' } });
  await Promise.all(READS.map((path) => talk.see(path)));
});
afterAll(() => engine.stop());

const answers = (client: Client) => Promise.all(READS.map((path) => seen(client, path)));
const seen = async (client: Client, path: string) => {
  const { status, body } = await client.get(path);
  return { path, status, body };
};

it('answers pages, lists and reports from the views while the log is away, within the rights of each user', async () => {
  const before = [await answers(admin), await answers(ann)];
  expect(before.flat().filter(({ status }) => status !== 200)).toEqual([]);

  await engine.kill();
  expect([await answers(admin), await answers(ann)]).toEqual(before);
  expect(await ann.get('/v1/customers/others')).toMatchObject({ status: 404 });
});

it('says that answers may be old, and answers what needs the log with 503', async () => {
  await comes('Annals-Stale', async () => (await ann.get('/v1/customers/mine')).headers.get('annals-stale') === 'true');
  const renamed = { changes: { phone: '+43 1 234567' }, reason: 'called' };
  const refused = await Promise.all([
    ann.post('/v1/customers/mine/change-data', renamed),
    ann.get('/v1/customers/mine/history'),
    admin.get('/v1/customers/mine?asOf=2100-01-01T00:00:00Z'),
  ]);
  for (const { status, body, headers } of refused) {
    expect(body).toMatchObject({ status, code: 'LogUnavailable', details: { state: 'LogAway' } });
    expect([status, headers.get('retry-after')]).toEqual([503, '5']);
  }
});

it('says in lists of views, metrics and health since when the log is away', async () => {
  const { status, body } = await admin.get('/v1/projections');
  const { logAwaySince, items } = body as { logAwaySince: string; items: readonly { trouble?: string }[] };
  expect([status, Date.parse(logAwaySince) <= Date.now()]).toEqual([200, true]);
  expect(items.filter(({ trouble = '' }) => !trouble.startsWith('EventStoreDB at 127.0.0.1:'))).toEqual([]);
  const ready = await admin.get('/health/ready');
  expect(ready).toMatchObject({ status: 503, body: { details: { reasons: [{ reason: 'LogAway' }] } } });
  expect((await admin.get('/metrics')).body).toContain('annals_engine_state{state="LogAway"} 1');
});

it('says by the command line since when, and how far each view had read it', async () => {
  const status = () => annals(['status'], { EVENT_STORE_URL: engine.url });
  let said = await status();
  while (said.out.includes('no process')) said = await status();
  expect(said.code).toBe(1);
  expect(said.out).toMatch(/^LogAway: EventStoreDB at 127\.0\.0\.1:\d+ does not answer.*, since 20\S+Z\.\n/);
  expect(said.out).toMatch(/\ncustomer-file +[1-9][\d,]*\n/);
});

it('follows the log again when it is back, and ends a user who is deactivated', async () => {
  await engine.restart();
  const deactivate = () => admin.post('/v1/users/ann/deactivate', { reason: 'left' });
  await comes('the log', async () => (await deactivate()).status === 200);
  expect(await ann.get('/v1/customers')).toMatchObject({ status: 401 });
});
