import { stoppedAfterEach } from '@annals/testing';
import { sourceIdOf } from '../src/index.js';
import { isUp, order, Orders, put, stage } from './orders.js';
import { eventually } from './topic.js';

const running = stoppedAfterEach();

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
  expect(gate.status()).toMatchObject({ passed: 0, trouble: 'The store does not answer.' });
  orders.broken = false;
  await eventually(() => orders.taken.size === 2);
  await eventually(() => gate.status().passed === 2);
  expect(gate.status()).toMatchObject({ deadLetters: 0, lag: 0, trouble: null });
});

it('goes on with other partitions, and says which one waits, at what and why', async () => {
  const { topic, gateway } = stage();
  const orders = new Orders();
  let isBroken = true;
  const handle: Orders['handle'] = async (message) => {
    if (sourceIdOf(message) === 'stuck' && isBroken) throw new Error('The store does not answer.');
    return orders.handle(message);
  };
  const gate = await running(gateway(handle, { concurrency: 1 }));
  await isUp(gate, topic);
  await put(topic, { ...order('stuck'), partition: 0 }, { ...order('next'), partition: 0 });
  await eventually(() => gate.status().waiting.length === 1);
  await put(topic, ...names(20).map((id) => ({ ...order(id), partition: 1 })));
  await eventually(() => orders.taken.size === 20);
  const place = { topic, partition: 0 };
  expect(gate.status().waiting).toEqual([{ ...place, offset: '0', trouble: 'The store does not answer.' }]);
  expect(gate.status().lags).toContainEqual({ ...place, lag: 2 });
  isBroken = false;
  await eventually(() => orders.taken.size === 22);
  await eventually(() => gate.status().waiting.length === 0);
  expect(orders.seen.map(sourceIdOf).slice(-2)).toEqual(['stuck', 'next']);
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
