import { MemoryEventStore } from '@annals/store-memory';
import { naming, originOf, train } from '../test/train.js';
import { CommandIdReused, handle, type NewEvent } from './index.js';

let store: MemoryEventStore;
beforeEach(() => (store = new MemoryEventStore()));

const like = (fingerprint?: string) =>
  handle(
    store,
    train,
    { type: 'Sell', train: '1', seat: 'a' },
    { ...originOf('a'), ...(fingerprint && { fingerprint }) },
    { naming },
  );

it('refuses an id that stands for another command already, where both say what they are', async () => {
  const first = await like('seat a');
  expect([await like('seat a'), await like()]).toEqual([first, first]);
  await expect(like('seat b')).rejects.toThrow(CommandIdReused);
});

it('keeps what a command asked for under a key only', async () => {
  await like('seat a');
  expect(await store.read('train-1')).toMatchObject([{ fingerprint: `k:${naming.blind('wish/seat a').slice(0, 22)}` }]);
});

it('knows a command again of which an older log holds the digest without a key', async () => {
  const old = { ...originOf('a'), fingerprint: 'seat a', id: 'x', subject: '' };
  const sold: NewEvent = { ...old, type: 'Sold', schemaVersion: 1, data: { seat: 'a' } };
  const first = await store.append('train-1', -1, [sold]);
  expect(await like('seat a')).toEqual(first);
  await expect(like('seat b')).rejects.toThrow(CommandIdReused);
});
