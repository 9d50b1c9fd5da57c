import { stoppedAfterEach } from '@annals/testing';
import { CompressionTypes, type Message } from 'kafkajs';
import { deadLettersOf, Gateway, sourceIdOf, type GatewayOptions, type Handled, type Inbound } from '../src/index.js';
import { brokers, clientOf, eventually, newTopic, readTopic } from './topic.js';

const running = stoppedAfterEach();

/** Takes orders in JSON, each source id once; `broken` makes it fail. */
class Orders {
  readonly seen: Inbound[] = [];
  readonly taken = new Map<string, unknown>();
  broken = false;

  readonly handle = async (message: Inbound): Promise<Handled> => {
    this.seen.push(message);
    if (this.broken) throw new Error('The store is away.');
    try {
      this.taken.set(sourceIdOf(message), JSON.parse(message.body));
      return 'done';
    } catch {
      return { rejected: { code: 'NotJson', message: 'The body is no JSON.', field: 'body' } };
    }
  };
}

const stage = () => {
  const topic = newTopic();
  const gateway = (handle: Orders['handle'], options: Partial<GatewayOptions> = {}) =>
    new Gateway(
      { brokers },
      { topics: [topic], groupId: topic, partitions: 2, sessionTimeout: 6_000, ...options },
      handle,
    );
  return { topic, gateway };
};

const put = async (topic: string, ...messages: Message[]) => {
  const producer = clientOf().producer();
  await producer.connect();
  await producer.send({ topic, messages, compression: CompressionTypes.GZIP });
  await producer.disconnect();
};

const order = (id: string, key = 'c-1'): Message => ({ key, value: JSON.stringify({ id }), headers: { ce_id: id } });

const isUp = async (gateway: Gateway, topic: string) => {
  const admin = clientOf().admin();
  await admin.connect();
  await eventually(async () => (await admin.listTopics()).includes(deadLettersOf(topic)));
  await admin.disconnect();
  expect(gateway.status().trouble).toBeNull();
};

const names = (count: number) => Array.from({ length: count }, (_, at) => `order-${at}`);

it('hands messages over in the order of their partition, with key, headers and body', async () => {
  const { topic, gateway } = stage();
  const orders = new Orders();
  const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
  await isUp(await running(gateway(orders.handle)), topic);
  await put(topic, ...names(50).map((id) => order(id)), { key: 'c-1', value: '"last"', headers: { traceparent } });
  await eventually(() => orders.taken.size === 51);
  expect(orders.seen.slice(0, 50).map(sourceIdOf)).toEqual(names(50));
  expect(orders.seen.at(-1)).toMatchObject({
    topic,
    key: 'c-1',
    offset: '50',
    headers: { traceparent },
    body: '"last"',
  });
});

it('does not hand over again what was taken before it was stopped', async () => {
  const { topic, gateway } = stage();
  const [before, after] = [new Orders(), new Orders()];
  const first = await running(gateway(before.handle));
  await isUp(first, topic);
  await put(topic, ...names(20).map((id) => order(id)));
  await eventually(() => before.taken.size === 20);
  await first.stop();
  await put(topic, order('order-20'));
  await running(gateway(after.handle));
  await eventually(() => after.taken.size === 1);
  expect(after.seen.map(sourceIdOf)).toEqual(['order-20']);
});

it('tries again, without going on, while the handler fails', async () => {
  const { topic, gateway } = stage();
  const orders = new Orders();
  orders.broken = true;
  const gate = await running(gateway(orders.handle));
  await isUp(gate, topic);
  await put(topic, order('order-0'), order('order-1'));
  await eventually(() => orders.seen.length > 2);
  expect(new Set(orders.seen.map(sourceIdOf))).toEqual(new Set(['order-0']));
  expect(gate.status()).toMatchObject({ passed: 0, trouble: 'The store is away.' });
  orders.broken = false;
  await eventually(() => orders.taken.size === 2);
  await eventually(() => gate.status().passed === 2);
  expect(gate.status()).toMatchObject({ deadLetters: 0, lag: 0, trouble: null });
});

it('hands over again, with the same source id, what it had not noted as taken', async () => {
  const { topic, gateway } = stage();
  const [before, after] = [new Orders(), new Orders()];
  const stuck = Promise.withResolvers<Handled>();
  const first = gateway((message) => (before.seen.length < 3 ? before.handle(message) : stuck.promise));
  await first.start();
  await isUp(first, topic);
  await put(topic, ...names(5).map((id) => order(id)));
  await eventually(() => before.taken.size === 3);
  const second = await running(gateway(after.handle));
  stuck.resolve(Promise.reject(new Error('The process ends here.')));
  await first.stop();
  await eventually(() => after.taken.has('order-4'));
  expect(new Set([...before.taken.keys(), ...after.taken.keys()])).toEqual(new Set(names(5)));
  expect(second.status().deadLetters).toBe(0);
});

it('puts what cannot be taken aside, as it came and with the reason, and goes on', async () => {
  const { topic, gateway } = stage();
  const orders = new Orders();
  const letters: unknown[] = [];
  const gate = await running(gateway(orders.handle, { onDeadLetter: (letter) => letters.push(letter) }));
  await isUp(gate, topic);
  await put(topic, { key: 'c-1', value: '{"id":', headers: { ce_id: 'torn', traceparent: 'trace' } }, order('order-1'));
  await eventually(() => orders.taken.size === 1);
  const [{ partition }] = orders.seen as [Inbound];
  expect(await readTopic(deadLettersOf(topic))).toEqual([
    {
      partition: expect.any(Number) as number,
      key: 'c-1',
      value: '{"id":',
      headers: {
        ce_id: 'torn',
        traceparent: 'trace',
        'dead-letter-id': `${topic}/${partition}/0`,
        'dead-letter-topic': topic,
        'dead-letter-partition': String(partition),
        'dead-letter-offset': '0',
        'dead-letter-code': 'NotJson',
        'dead-letter-message': 'The body is no JSON.',
        'dead-letter-field': 'body',
      },
    },
  ]);
  expect(letters).toMatchObject([{ topic, partition, offset: '0', rejected: { code: 'NotJson' } }]);
});

it('takes a body that is no UTF-8 for a dead letter, and an empty one as it is', async () => {
  const { topic, gateway } = stage();
  const seen: Inbound[] = [];
  const gate = await running(
    gateway(async (message) => {
      seen.push(message);
      return 'done';
    }),
  );
  await isUp(gate, topic);
  await put(topic, { key: 'c-1', value: Buffer.from([0x7b, 0xff, 0x7d]) }, { key: 'c-1', value: null });
  await eventually(() => gate.status().passed === 2);
  expect(seen.map(({ body }) => body)).toEqual(['']);
  expect(gate.status().deadLetters).toBe(1);
});

it('does not double a dead letter when it is started again', async () => {
  const { topic, gateway } = stage();
  const first = await running(gateway(new Orders().handle));
  await isUp(first, topic);
  await put(topic, { key: 'c-1', value: 'no JSON' });
  await eventually(() => first.status().deadLetters === 1);
  await first.stop();
  const orders = new Orders();
  await running(gateway(orders.handle));
  await put(topic, order('order-1'));
  await eventually(() => orders.taken.size === 1);
  expect(await readTopic(deadLettersOf(topic))).toHaveLength(1);
});

it('shares the partitions with another, which gets them all when it stops', async () => {
  const { topic, gateway } = stage();
  const [one, other] = [new Orders(), new Orders()];
  const first = await running(gateway(one.handle));
  await isUp(first, topic);
  await running(gateway(other.handle));
  const send = (from: number) => put(topic, ...names(100).map((id, at) => order(`${from}-${id}`, `c-${at}`)));
  const all = () => new Set([...one.taken.keys(), ...other.taken.keys()]).size;
  await send(1);
  await eventually(() => all() === 100);
  await first.stop();
  await send(2);
  await eventually(() => all() === 200);
});
