import { stoppedAfterEach } from '@annals/testing';
import type { RelayOptions } from '../src/index.js';
import { expectedOf, fill, foundIn } from './logged.js';
import { stage } from './relay-stage.js';
import { clientOf, eventually, readTopic } from './topic.js';

const running = stoppedAfterEach();

it("brings all that leaves into Kafka, in each customer's order, while more is appended", async () => {
  const { log, topic, relay, passed } = stage();
  await fill(log, 500);
  const first = await running(relay({ batch: 100 }));
  await Promise.all(Array.from({ length: 5 }, () => fill(log, 400)));
  await passed(first);
  expect(foundIn(await readTopic(topic))).toEqual(await expectedOf(log));
});

it('lets what it sends be watched', async () => {
  const { log, topic, relay, passed } = stage();
  await fill(log, 300);
  const watched: string[] = [];
  const note = (events: readonly { readonly id: string }[]) => void watched.push(...events.map(({ id }) => id));
  const around: RelayOptions['around'] = (events, send) => send().then(() => note(events));
  await passed(await running(relay({ around })));
  const there = (await readTopic(topic)).map(({ headers }) => headers['ce_id']);
  expect(watched.toSorted()).toEqual(there.toSorted());
});

it('adds nothing when it is started again', async () => {
  const { log, topic, relay, passed } = stage();
  await fill(log, 500);
  const first = await running(relay());
  await passed(first);
  await first.stop();
  const again = await running(relay());
  await fill(log, 100);
  await passed(again);
  expect(foundIn(await readTopic(topic))).toEqual(await expectedOf(log));
});

it('adds nothing when its store has forgotten everything', async () => {
  const { log, store, topic, relay, passed } = stage();
  await fill(log, 500);
  const first = await running(relay());
  await passed(first);
  await first.stop();
  await store.drop('relay');
  await passed(await running(relay()));
  expect(foundIn(await readTopic(topic))).toEqual(await expectedOf(log));
});

it('adds nothing to a topic whose messages have expired', async () => {
  const { log, topic, relay, passed } = stage();
  await fill(log, 100);
  const first = await running(relay());
  await passed(first);
  await first.stop();
  await expire(topic);
  await passed(await running(relay()));
  expect(await readTopic(topic)).toEqual([]);
});

it('fills a deleted topic again', async () => {
  const { log, topic, relay, passed } = stage();
  await fill(log, 100);
  const first = await running(relay());
  await passed(first);
  await first.stop();
  await remove(topic);
  await passed(await running(relay()));
  expect(foundIn(await readTopic(topic))).toEqual(await expectedOf(log));
});

it('does not go on in a topic that has more partitions than before', async () => {
  const { log, topic, relay, passed } = stage();
  await fill(log, 100);
  const first = await running(relay());
  await passed(first);
  await first.stop();
  await widen(topic, 12);
  const again = await running(relay());
  await eventually(async () => (await again.status()).trouble !== null);
  expect((await again.status()).trouble).toMatch('had 6 partitions and has 12');
});

it('sends events as CloudEvents in binary mode', async () => {
  const { log, topic, relay, passed } = stage();
  await fill(log, 1);
  await passed(await running(relay()));
  const [message] = await readTopic(topic);
  const [[customer, [id]]] = [...(await expectedOf(log))] as [[string, [string]]];
  expect(message).toMatchObject({
    key: customer,
    headers: { ce_id: id, ce_type: 'annals.ContactMade.v2', ce_subject: customer, 'content-type': 'application/json' },
  });
  expect(JSON.parse(message!.value)).toMatchObject({ contactId: id, contactedBy: { id: 'li' } });
});

it('shares the lanes, and leaves them to the other when it stops', async () => {
  const { log, topic, relay, passed } = stage();
  const [one, other] = [await running(relay({ ttl: 1_000 })), await running(relay({ ttl: 1_000 }))];
  await eventually(async () => (await one.status()).lanes.length === 2 && (await other.status()).lanes.length === 2);
  await fill(log, 500);
  await passed(one, other);
  await one.stop();
  await fill(log, 500);
  await passed(other);
  expect(foundIn(await readTopic(topic))).toEqual(await expectedOf(log));
});

const asAdmin = async (work: (admin: ReturnType<ReturnType<typeof clientOf>['admin']>) => Promise<unknown>) => {
  const admin = clientOf().admin();
  await admin.connect();
  await work(admin);
  await admin.disconnect();
};

const expire = (topic: string) =>
  asAdmin(async (admin) => {
    const ends = await admin.fetchTopicOffsets(topic);
    await admin.deleteTopicRecords({
      topic,
      partitions: ends.map(({ partition, high: offset }) => ({ partition, offset })),
    });
  });

const remove = (topic: string) => asAdmin((admin) => admin.deleteTopics({ topics: [topic] }));

const widen = (topic: string, count: number) =>
  asAdmin((admin) => admin.createPartitions({ topicPartitions: [{ topic, count }] }));
