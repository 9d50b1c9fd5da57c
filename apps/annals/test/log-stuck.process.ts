import { EventStoreDbServer } from '@annals/eventstoredb-server';
import { MemoryEventStore } from '@annals/store-memory';
import { comes } from './apart/patience.js';
import { Client } from './client.js';
import { Server } from './server.js';
import { stage } from './stage.js';
import { Talk } from './talk.js';

const { folder } = stage();

const SOON = 10_000; // milliseconds: the five seconds of an answer, on a busy machine

let engine: EventStoreDbServer;
let gone: EventStoreDbServer;
let admin: Client;

beforeAll(async () => {
  engine = await EventStoreDbServer.start({ log: new MemoryEventStore() });
  gone = await EventStoreDbServer.start({ log: new MemoryEventStore() });
  await gone.stop();
  const server = await Server.start(folder, [], { EVENT_STORE_URL: engine.url });
  admin = new Client(server.url);
  await admin.claim(server.oneTimePassword!, 'correct horse battery staple');
  const talk = new Talk(admin);
  await talk.tell('/v1/customers', { customerId: 'mine', kind: 'person', name: 'P', roles: ['prospect'] });
  await talk.see('/v1/customers/mine');
});
afterAll(() => engine.stop());

const change = (phone: string) =>
  admin.post('/v1/customers/mine/change-data', { changes: { phone }, reason: 'called' });

/** What holds the log up, and what helps. */
const HELD = {
  frozen: [() => engine.faults.freeze(), () => engine.faults.thaw()],
  'without a leader': [() => (engine.leader = gone), () => (engine.leader = undefined)],
} as const;

describe.each(Object.entries(HELD))('a log that is %s', (name, [hold, help]) => {
  beforeAll(hold);
  afterAll(help);

  it('makes no command wait: it is answered with 503 and when to try again', async () => {
    admin.patience = SOON;
    const { status, body, headers } = await change(name);
    admin.patience = 60_000;
    expect([status, body]).toMatchObject([503, { code: 'LogUnavailable', details: { state: 'LogAway' } }]);
    expect(headers.get('retry-after')).toBe('5');
  });

  it('leaves reads, which say that they may be old', async () => {
    const read = () => admin.get('/v1/customers/mine');
    await comes('Annals-Stale', async () => (await read()).headers.get('annals-stale') === 'true');
    expect(await read()).toMatchObject({ status: 200, body: { customerId: 'mine' } });
    expect(await admin.get('/v1/deals')).toMatchObject({ status: 200 });
  });

  it('is followed again when it is helped', async () => {
    help();
    await comes('the log', async () => (await change(`+43 1 ${name.length}`)).status === 200);
    await comes(
      'fresh reads',
      async () => (await admin.get('/v1/customers/mine')).headers.get('annals-stale') === null,
    );
  });
});

it('is never sent a command whose event would be too large for it: 400 names the limit', async () => {
  const filled = (letter: string) =>
    Object.fromEntries(Array.from({ length: 80 }, (_, index) => [`attributes.a${index}`, letter.repeat(2_000)]));
  const fill = (letter: string) =>
    admin.post('/v1/customers/mine/change-data', { changes: filled(letter), reason: 'filled' });
  expect((await fill('茶')).body).toMatchObject({ stream: 'customer-mine' });
  expect(await fill('水')).toMatchObject({
    status: 400, // what was known before is in the event, too
    body: { code: 'TooMuchAtOnce', details: { limit: 900_000, bytes: expect.any(Number) as number } },
  });
  expect(await change('2')).toMatchObject({ status: 200 });
});
