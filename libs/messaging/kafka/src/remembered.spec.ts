import { Fenced } from '@annals/event-sourcing';
import { MemoryDocumentStore } from '@annals/store-memory';
import { Remembered } from './remembered.js';

const stage = async () => {
  const store = new MemoryDocumentStore();
  const lease = (await store.lease('lane', 'me', 10_000))!;
  const remembered = (partitions = 3, log = 'this log') => new Remembered(store, 'events', partitions, log);
  return { store, lease, remembered };
};

it('knows nothing at first', async () => {
  const { remembered } = await stage();
  expect(await remembered().read([0, 1])).toEqual(new Map());
});

it('reads what another process wrote', async () => {
  const { lease, remembered } = await stage();
  const writer = remembered();
  await writer.read([0, 1]);
  await writer.write(new Map([[0, { relayed: 7, end: 3n }]]), lease);
  expect(await remembered().read([0, 1])).toEqual(new Map([[0, { relayed: 7, end: 3n }]]));
});

it('may go back, since a topic may begin anew', async () => {
  const { lease, remembered } = await stage();
  const write = async (relayed: number, end: bigint) => {
    const writer = remembered();
    await writer.read([0]);
    await writer.write(new Map([[0, { relayed, end }]]), lease);
  };
  await write(70, 30n);
  await write(7, 3n);
  expect(await remembered().read([0])).toEqual(new Map([[0, { relayed: 7, end: 3n }]]));
});

it('refuses a topic that has another number of partitions by now', async () => {
  const { lease, remembered } = await stage();
  const writer = remembered(3);
  await writer.read([0]);
  await writer.write(new Map([[0, { relayed: 7, end: 3n }]]), lease);
  await expect(remembered(4).read([0])).rejects.toThrow('events had 3 partitions and has 4');
});

it('does not use what was written for another log', async () => {
  const { lease, remembered } = await stage();
  const writer = remembered(3, 'another log');
  await writer.read([0]);
  await writer.write(new Map([[0, { relayed: 70, end: 3n }]]), lease);
  expect(await remembered().read([0])).toEqual(new Map());
  const own = remembered();
  await own.read([0]);
  await own.write(new Map([[0, { relayed: 7, end: 3n }]]), lease);
  expect(await remembered().read([0])).toEqual(new Map([[0, { relayed: 7, end: 3n }]]));
});

it('is closed to a process that has lost the lane', async () => {
  const { store, lease, remembered } = await stage();
  const writer = remembered();
  await writer.read([0]);
  await store.release(lease);
  await store.lease('lane', 'other', 10_000);
  await expect(writer.write(new Map([[0, { relayed: 7, end: 3n }]]), lease)).rejects.toThrow(Fenced);
});
