import { stoppedAfterEach } from '@annals/testing';
import { deadLettersOf, readLetters, replayLetter, type Inbound } from '../src/index.js';
import { isUp, order, Orders, put, stage } from './orders.js';
import { brokers, eventually, readTopic } from './topic.js';

const running = stoppedAfterEach();

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

it('is not stopped by a message that is too large with its reason', async () => {
  const { topic, gateway } = stage();
  const orders = new Orders();
  const gate = await running(gateway(orders.handle));
  await isUp(gate, topic);
  const large = 'x'.repeat(1_048_400);
  await put(topic, { key: 'c-1', value: large }, order('order-1'));
  await eventually(() => orders.taken.size === 1);
  const [letter] = await readTopic(deadLettersOf(topic));
  expect(letter).toMatchObject({ headers: { 'dead-letter-code': 'NotJson', 'dead-letter-form': 'description' } });
  const described = JSON.parse(letter!.value) as { value: string; bytes: number };
  expect([Buffer.from(described.value, 'base64').toString().slice(0, 3), described.bytes]).toEqual(['xxx', 1_048_400]);
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

it('can be listed and replayed', async () => {
  const { topic, gateway } = stage();
  const orders = new Orders();
  let isMended = false;
  const handle: Orders['handle'] = (message) => orders.handle(isMended ? { ...message, body: '"mended"' } : message);
  const gate = await running(gateway(handle));
  await isUp(gate, topic);
  expect(await readLetters({ brokers }, ['nowhere'])).toEqual([]);
  await put(topic, { key: 'c-1', value: 'no JSON', headers: { ce_id: 'torn' } }, order('order-1'));
  await eventually(() => orders.taken.size === 1);
  const [letter, ...others] = await readLetters({ brokers }, [topic]);
  expect(others).toEqual([]);
  expect(letter).toMatchObject({
    ...{ id: expect.stringContaining(`${topic}/`) as string, topic, code: 'NotJson', key: 'c-1' },
    ...{ headers: { ce_id: 'torn' }, value: Buffer.from('no JSON'), isDescription: false },
  });
  isMended = true;
  await replayLetter({ brokers }, letter!);
  await eventually(() => orders.taken.get('torn') === 'mended');
  await expect(replayLetter({ brokers }, { ...letter!, isDescription: true })).rejects.toThrow('only described');
});
