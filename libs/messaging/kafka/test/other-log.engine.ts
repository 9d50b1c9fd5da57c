import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { stoppedAfterEach } from '@annals/testing';
import { Relay } from '../src/index.js';
import { expectedOf, fill, foundIn, publisher } from './logged.js';
import { brokers, eventually, newTopic, readTopic } from './topic.js';

const running = stoppedAfterEach();

const stage = async () => {
  const [topic, first, other] = [newTopic(), new MemoryEventStore(), new MemoryEventStore()];
  const store = new MemoryDocumentStore();
  const relayOf = (log: MemoryEventStore, to = topic) =>
    running(new Relay(log, store, { kafka: { brokers }, publisher, topic: to, partitions: 6 }));
  const sent = (relay: Relay) => eventually(async () => (await relay.status()).lag === 0);
  await fill(first, 200);
  const relay = await relayOf(first);
  await sent(relay);
  await relay.stop();
  await fill(other, 400);
  return { topic, first, other, store, relayOf, sent };
};

describe('a topic with events of another log', () => {
  it('gets no event, and the relay says what to do', async () => {
    const { topic, first, other, relayOf } = await stage();
    const relay = await relayOf(other);
    await eventually(async () => (await relay.status()).trouble?.includes('holds events of the log') ?? false);
    expect((await relay.status()).trouble).toContain(await first.identity());
    expect(foundIn(await readTopic(topic))).toEqual(await expectedOf(first));
  });

  it('is continued by the relay of its own log', async () => {
    const { topic, first, other, relayOf, sent } = await stage();
    const stray = await relayOf(other);
    await eventually(async () => (await stray.status()).trouble !== null);
    await stray.stop();
    await fill(first, 100);
    await sent(await relayOf(first));
    expect(foundIn(await readTopic(topic))).toEqual(await expectedOf(first));
  });
});
