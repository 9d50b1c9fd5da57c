import { EventStoreDbServer } from '@annals/eventstoredb-server';
import { MemoryEventStore } from '@annals/store-memory';
import { Client } from './client.js';
import { Server } from './server.js';
import { stage } from './stage.js';

const { annals, folder } = stage();

let engine: EventStoreDbServer;
let admin: Client;
let environment: { readonly EVENT_STORE_URL: string };

beforeAll(async () => {
  engine = await EventStoreDbServer.start({ log: new MemoryEventStore() });
  environment = { EVENT_STORE_URL: engine.url };
  await engine.put('order-1', 'OrderPlaced', '{"total":9}', '{"total":10}');
  const server = await Server.start(folder, [], environment);
  admin = new Client(server.url);
  await admin.claim(server.oneTimePassword!, 'correct horse battery staple');
  const { code, err } = await annals(['import', 'infra/samples/northwind/mapping.json'], environment);
  expect({ code, err }).toMatchObject({ code: 0 });
});
afterAll(() => engine.stop());

const passedOver = async () => ((await admin.get('/v1/projections')).body as { foreignEvents: number }).foreignEvents;

it('does not keep files from being imported beside events of other programs', async () => {
  let ready = await admin.get('/health/ready');
  while (ready.status !== 200) ready = await admin.get('/health/ready');
  const { body } = await admin.get('/v1/customers?total=true&limit=1');
  expect(body).toMatchObject({ total: { count: 91 } });
});

it('is counted in the list of views, the metrics and by the command line', async () => {
  await engine.put('payment-1', 'PaymentMade', '{}');
  while ((await passedOver()) < 3) await admin.get('/health/live');
  expect((await admin.get('/metrics')).body).toMatch(/^annals_foreign_events 3$/m);
  let said = await annals(['status'], environment);
  while (!said.out.includes('PaymentMade')) said = await annals(['status'], environment);
  expect(said.out).toContain(
    'Events of other programs in the log, which are ignored: 3 (OrderPlaced 2, PaymentMade 1).',
  );
});

it('takes part in no rebuild, and is no fault of the log', async () => {
  expect(await annals(['rebuild'], environment)).toMatchObject({ code: 0 });
  const { out } = await annals(['verify'], environment);
  expect(out).toContain('is whole');
});
