import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { startKafka, type NativeKafka } from '../../../../infra/native/kafka.mjs';
import { Gateway, Relay } from '../src/index.js';
import { expectedOf, fill, foundIn, publisher } from './logged.js';
import { clientOf, eventually, newTopic, readTopic } from './topic.js';

let kafka: NativeKafka;
beforeAll(async () => (kafka = await startKafka()));
afterAll(() => kafka.stop());

it('loses and doubles nothing when the broker is killed', async () => {
  const log = new MemoryEventStore();
  const topic = newTopic();
  const options = { kafka: { brokers: [kafka.brokers] }, publisher, topic, partitions: 6, batch: 50 };
  const relay = new Relay(log, new MemoryDocumentStore(), options);
  await fill(log, 10_000);
  await relay.start();
  for (const sent of [1_000, 4_000]) {
    await eventually(async () => (await relay.status()).sent > sent);
    await kafka.kill();
    await Promise.all([kafka.restart(), fill(log, 1_000)]);
  }
  await eventually(async () => (await relay.status()).lag === 0);
  await relay.stop();
  expect(foundIn(await readTopic(topic, clientOf([kafka.brokers])))).toEqual(await expectedOf(log));
});

it('stops while the broker is away, and goes on when both are back', async () => {
  const log = new MemoryEventStore();
  const store = new MemoryDocumentStore();
  const options = { kafka: { brokers: [kafka.brokers] }, publisher, topic: newTopic(), partitions: 6 };
  const relay = new Relay(log, store, options);
  await relay.start();
  await eventually(async () => (await relay.status()).position !== null);
  await kafka.kill();
  await fill(log, 500);
  await relay.stop();
  await kafka.restart();
  const again = new Relay(log, store, options);
  await again.start();
  await eventually(async () => (await again.status()).lag === 0);
  await again.stop();
  expect(foundIn(await readTopic(options.topic, clientOf([kafka.brokers])))).toEqual(await expectedOf(log));
});

it('takes messages again when the broker is back', async () => {
  const topic = newTopic();
  const taken = new Set<string>();
  const gateway = new Gateway(
    { brokers: [kafka.brokers] },
    { topics: [topic], groupId: topic, partitions: 2 },
    async ({ body }) => {
      taken.add(body);
      return 'done';
    },
  );
  await gateway.start();
  const producer = clientOf([kafka.brokers]).producer({ idempotent: true, maxInFlightRequests: 1 });
  await producer.connect();
  const put = async (value: string) => producer.send({ topic, messages: [{ key: value, value }] });
  await eventually(() =>
    put('before').then(
      () => true,
      () => false,
    ),
  );
  await eventually(() => taken.has('before'));
  await kafka.kill();
  await kafka.restart();
  await put('after');
  await eventually(() => taken.has('after'));
  await Promise.all([gateway.stop(), producer.disconnect()]);
});
