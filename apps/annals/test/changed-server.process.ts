import { EventStoreDbServer } from '@annals/eventstoredb-server';
import { MemoryEventStore } from '@annals/store-memory';
import { EventStoreDBClient } from '@eventstore/db-client';
import { Client } from './client.js';
import { Server } from './server.js';
import { stage } from './stage.js';

const { annals, folder } = stage();

type Fault = { readonly reason: string; readonly trouble: string };

const LOST: Readonly<Record<string, string>> = {
  wu: 'StreamIncomplete customer-wu is incomplete: it was deleted.',
  xu: 'StreamIncomplete customer-xu is incomplete: it was deleted.',
  zhou: 'StreamIncomplete customer-zhou is incomplete: it does not begin with its first event, from revision 0 on.',
};

let engine: EventStoreDbServer;
let environment: { readonly EVENT_STORE_URL: string };
let server: Server;
let client: Client;

const change = (id: string, phone: string) =>
  client.post(`/v1/customers/${id}/change-data`, { changes: { phone }, reason: 'He called.' });

/** What an administrator of the server does while Annals is stopped; the stream of the orders is not of Annals. */
const changed = async () => {
  const administrator = EventStoreDBClient.connectionString(engine.url);
  await administrator.tombstoneStream('customer-wu');
  await administrator.deleteStream('customer-xu');
  for (const stream of ['customer-zhou', 'order-1'])
    await administrator.setStreamMetadata(stream, { truncateBefore: 1 });
  await administrator.dispose();
};

beforeAll(async () => {
  engine = await EventStoreDbServer.start({ log: new MemoryEventStore() });
  environment = { EVENT_STORE_URL: engine.url };
  for (let count = 0; count < 2; count += 1) await engine.put('order-1', 'OrderPlaced', '{}');
  server = await Server.start(folder, [], environment);
  client = new Client(server.url);
  await client.claim(server.oneTimePassword!, 'correct horse battery staple');
  for (const customerId of ['li', ...Object.keys(LOST)]) {
    await client.post('/v1/customers', { customerId, kind: 'person', name: `Mr ${customerId}`, roles: ['prospect'] });
    expect(await change(customerId, '1')).toMatchObject({ status: 200 });
  }
  await server.stop();
  await changed();
  server = await Server.start(folder, [], environment);
  client.url = server.url;
});
afterAll(() => engine.stop());

it('is said after the start, before anybody asks for what was deleted or truncated', async () => {
  let warnings: readonly Fault[] = [];
  while (warnings.length < 3) {
    const { body } = await client.get('/health/ready');
    warnings = (body as { readonly warnings?: readonly Fault[] }).warnings ?? [];
  }
  expect(warnings.map(({ reason, trouble }) => `${reason} ${trouble}`).toSorted()).toEqual(Object.values(LOST));
});

it('is said on the page of the customer, who takes no commands; others go on', async () => {
  for (const id of Object.keys(LOST)) {
    while ((await client.get(`/v1/customers/${id}`)).headers.get('annals-incomplete') === null)
      await client.get('/health/ready');
    expect(await change(id, '2')).toMatchObject({ status: 409, body: { code: 'HistoryIncomplete' } });
  }
  expect(await change('li', '2')).toMatchObject({ status: 200 });
});

it('stands in one line each in the log of the program, and is listed by `annals verify`', async () => {
  expect(server.complaints.split('StreamIncomplete: ')).toHaveLength(4);
  const { code, out } = await annals(['verify'], environment);
  expect([code, out]).toEqual([1, expect.stringContaining('has 3 faults: ')]);
});
