import { MemoryEventStore } from '@annals/store-memory';
import { stoppedAfterEach } from '@annals/testing';
import type { Admin } from 'kafkajs';
import { Relay } from '../src/index.js';
import { expectedOf, fill, foundIn, publisher } from './logged.js';
import { stage } from './relay-stage.js';
import { brokers, clientOf, eventually, readTopic } from './topic.js';

const running = stoppedAfterEach();

it('fills a topic again that was deleted and made again while it was being filled', async () => {
  const { log, topic, relay, passed } = stage();
  await fill(log, 100);
  const filling = await running(relay({ lookEvery: 200 }));
  await passed(filling);
  const before = await lengthOf(topic);
  await replace(topic);
  await eventually(async () => (await lengthOf(topic)) < before);
  await fill(log, 5);
  const expected = await expectedOf(log);
  const count = [...expected.values()].flat().length;
  await eventually(async () => (await lengthOf(topic)) >= count);
  const found = foundIn(await readTopic(topic));
  for (const [customer, ids] of expected) expect(new Set(found.get(customer))).toEqual(new Set(ids));
});

it('stands still at a topic that is ahead of a restored log, and says what to do', async () => {
  const { log, store, topic, relay, passed } = stage();
  await fill(log, 100);
  const first = await running(relay());
  await passed(first);
  await first.stop();
  const restored = new MemoryEventStore();
  jest.spyOn(restored, 'identity').mockResolvedValue(await log.identity());
  await fill(restored, 200);
  const sent = await readTopic(topic);
  const again = await running(new Relay(restored, store, { kafka: { brokers }, publisher, topic, partitions: 6 }));
  await eventually(async () => (await again.status()).trouble !== null);
  expect((await again.status()).trouble).toMatch(/which the log does not have.*annals relay reset/);
  expect(await readTopic(topic)).toHaveLength(sent.length);
});

const asAdmin = async <T>(work: (admin: Admin) => Promise<T>): Promise<T> => {
  const admin = clientOf().admin();
  await admin.connect();
  return work(admin).finally(() => admin.disconnect());
};

/** Number of messages; that of a topic which does not exist is 0. */
const lengthOf = (topic: string) =>
  asAdmin(async (admin) => {
    const ends = await admin.fetchTopicOffsets(topic).catch(() => []);
    return ends.reduce((sum, { high }) => sum + Number(high), 0);
  });

/** Deletes a topic; the relay, or this, makes it again. */
const replace = (topic: string) =>
  asAdmin(async (admin) => {
    await admin.deleteTopics({ topics: [topic] });
    await admin.createTopics({ topics: [{ topic, numPartitions: 6 }] }).catch(() => undefined);
  });
