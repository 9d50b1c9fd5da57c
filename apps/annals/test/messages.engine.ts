import { closeStores, configurationOf, openStores } from '@annals/composition';
import { OUTGOING_TOPIC } from '@annals/contracts-published';
import { join } from 'node:path';
import { clientOf } from '../../../libs/messaging/kafka/test/topic.js';
import { startKafka, type NativeKafka } from '../../../infra/native/kafka.mjs';
import { Exchange } from './apart/exchange.js';
import { Installation } from './apart/installation.js';
import { comes } from './apart/patience.js';
import { Process, type Environment } from './apart/process.js';
import type { Client } from './client.js';
import { stage } from './stage.js';

const TOPIC = 'erp.orders.v1';

const { folder, annals } = stage();
let kafka: NativeKafka;
let environment: Environment;
let exchange: Exchange;
let relay: Process;
let client: Client;
beforeAll(async () => {
  kafka = await startKafka();
  environment = { DATA_DIR: join(folder, 'data'), KAFKA_BROKERS: kafka.brokers, LEASE_SECONDS: '2', RELAY_LANES: '2' };
  exchange = new Exchange(kafka.brokers);
  const installation = await Installation.start(environment, ['sales', 'projector', 'relay']);
  relay = installation.of('relay');
  client = installation.client;
  const ann = { customerId: 'ann', kind: 'person', name: 'Ann', roles: ['prospect'] };
  expect((await client.post('/v1/customers', ann)).status).toBe(201);
});
afterAll(async () => {
  await Process.killAll();
  await kafka.stop();
});

/** What a command of the command line prints. */
const told = async (...args: readonly string[]) => {
  const { code, out, err } = await annals(args, environment);
  expect([code, err]).toEqual([0, '']);
  return out;
};

it('shows a dead letter with its reason, and drops it for a reason', async () => {
  await exchange.put(TOPIC, { key: 'ann', value: '{"type":"OrderLost"}', headers: { ce_id: 'lost' } });
  await comes('the dead letter', async () => (await told('dead-letters', 'list')).includes('TypeUnknown'));
  const [id] = (await told('dead-letters', 'list')).split(' ');
  const letter = await told('dead-letters', 'read', id!);
  for (const part of [id!, 'TypeUnknown', 'key: ann', 'ce_id: lost', '{"type":"OrderLost"}'])
    expect(letter).toContain(part);

  expect(await told('dead-letters', 'drop', id!, '--reason', 'A test of the ERP.')).toBe(`${id} is dropped.\n`);
  expect(await told('dead-letters', 'list')).toBe('There are no dead letters.\n');
  expect(await annals(['dead-letters', 'read', id!], environment)).toMatchObject({
    ...{ code: 1, err: expect.stringContaining(`There is no dead letter ${id}.`) as string },
  });
});

const orderOf = (customerId: string, orderId: string) => {
  const what = { type: 'OrderPlaced', orderId, occurredAt: '2026-01-05T09:00:00.000Z', customer: { id: customerId } };
  return JSON.stringify({ ...what, value: { amount: '1.00', currency: 'EUR' } });
};

it.each([
  ['NUL', '\\u0000'],
  ['half a character', '\\ud800'],
])('takes no message with %s', async (_, character) => {
  const value = orderOf('ann', 'order-').replace('order-', `order-${character}`);
  await exchange.put(TOPIC, { key: 'ann', value, headers: { ce_id: 'unfit' } });
  await comes('the dead letter', async () => (await told('dead-letters', 'list')).includes('orderId'));
  const [id] = (await told('dead-letters', 'list')).split(' ');
  expect(await told('dead-letters', 'drop', id!, '--reason', 'A test of the ERP.')).toBe(`${id} is dropped.\n`);
});

it('takes a dead letter that is replayed after its cause is gone', async () => {
  await exchange.put(TOPIC, { key: 'bob', value: orderOf('bob', 'early'), headers: { ce_id: 'early' } });
  await comes('the dead letter', async () => (await told('dead-letters', 'list')).includes('bob'));
  const [id] = (await told('dead-letters', 'list')).split(' ');
  const bob = { customerId: 'bob', kind: 'person', name: 'Bob', roles: ['prospect'] };
  expect((await client.post('/v1/customers', bob)).status).toBe(201);

  await told('dead-letters', 'replay', id!);
  await exchange.put(TOPIC, { key: 'bob', value: orderOf('bob', 'later'), headers: { ce_id: 'later' } });
  const { log, ...stores } = await openStores(configurationOf(environment));
  const orders = async () => (await Array.fromAsync(log.readAll(0, { types: ['OrderPlaced'] }))).flat();
  await comes('the orders', async () => (await orders()).length > 1);
  expect(await orders()).toMatchObject([{ data: { orderId: 'early' } }, { data: { orderId: 'later' } }]);
  await closeStores({ log, ...stores });
  expect(await told('dead-letters', 'list')).toBe('There are no dead letters.\n');
});

it('sends every event again after the relay was reset and its topic deleted', async () => {
  const { log, ...stores } = await openStores(configurationOf(environment));
  await exchange.expectLike(log);
  await relay.stop();
  const admin = clientOf(kafka.brokers.split(',')).admin();
  await admin.connect();
  await admin.deleteTopics({ topics: [OUTGOING_TOPIC] });
  await admin.disconnect();
  expect(await told('relay', 'reset')).toContain('sends every event again');
  await relay.start();
  await comes('the topic', async () => (await exchange.read(OUTGOING_TOPIC).catch(() => [])).length > 0);
  await exchange.expectLike(log);
  await closeStores({ log, ...stores });
});

it('says that Kafka is away, and ends in time meanwhile', async () => {
  await kafka.kill();
  const reasons = async () => {
    const ready = await fetch(`${relay.url}/health/ready`);
    return JSON.stringify([ready.status, await ready.json()]);
  };
  await comes('the word for it', async () => /^\[503,.*KafkaAway/.test(await reasons()));
  expect(relay.complaints).toContain(`KafkaAway: Kafka at ${kafka.brokers}`);
  await relay.stop();
});
