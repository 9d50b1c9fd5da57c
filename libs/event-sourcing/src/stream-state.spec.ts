import { MemoryEventStore } from '@annals/store-memory';
import fc from 'fast-check';
import { naming, originOf } from '../test/train.js';
import {
  fold,
  handle,
  stateOf,
  type Decider,
  type Event,
  type Foldable,
  type NewEvent,
  type RecordedEvent,
} from './index.js';

type Counted = Event<'Counted', { readonly by: number }>;

const sum: Foldable<number> = { initial: 0, evolve: { Counted: (total, { by }: Counted['data']) => total + by } };

const counted = (id: string, by = 1): NewEvent => ({
  ...originOf(id),
  ...{ id, type: 'Counted', schemaVersion: 1, subject: '', data: { by } },
});

/** Reads, with the revision that they begin after. */
class Observed extends MemoryEventStore {
  readonly reads: (number | undefined)[] = [];
  override read(stream: string, after?: number): Promise<readonly RecordedEvent[]> {
    this.reads.push(after);
    return super.read(stream, after);
  }
}

const filled = async (events: number) => {
  const store = new Observed();
  await store.append(
    's',
    -1,
    Array.from({ length: events }, (_, index) => counted(`e-${index}`)),
  );
  return store;
};

it('is the fold of the whole stream, after whatever appends and reads', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 40 }))), async (steps) => {
      const store = new MemoryEventStore();
      let number = 0;
      for (const [stream, size] of steps) {
        const { last, state } = await stateOf(store, sum, stream);
        const events = Array.from({ length: size }, () => counted(`${(number += 1)}`, number));
        await store.append(stream, last?.revision ?? -1, events);
        const all = await store.read(stream);
        expect(await stateOf(store, sum, stream)).toMatchObject({
          state: fold(sum, all),
          last: { id: all.at(-1)!.id },
        });
        expect(state).toBe(fold(sum, all.slice(0, -size)));
      }
    }),
    { numRuns: 30 },
  ));

it('reads and folds only what is new in a long stream, and its last known event', async () => {
  const store = await filled(1_000);
  await stateOf(store, sum, 's');
  await store.append('s', 999, [counted('more', 5)]);
  store.reads.length = 0;
  expect(await stateOf(store, sum, 's')).toMatchObject({ state: 1_005, last: { revision: 1_000 } });
  expect(store.reads).toEqual([998]);
});

it('keeps the states of several folds of one stream apart', async () => {
  const store = await filled(100);
  const count: Foldable<number> = { initial: 0, evolve: { Counted: (total) => total + 10 } };
  for (let round = 0; round < 2; round += 1) {
    expect((await stateOf(store, sum, 's')).state).toBe(100);
    expect((await stateOf(store, count, 's')).state).toBe(1_000);
  }
});

it('begins anew where the log has another event, as one that was restored', async () => {
  const store = await filled(100);
  await stateOf(store, sum, 's');
  const restored = new MemoryEventStore();
  await restored.append(
    's',
    -1,
    Array.from({ length: 100 }, (_, index) => counted(`other-${index}`, 2)),
  );
  store.read = (stream, after) => restored.read(stream, after);
  expect((await stateOf(store, sum, 's')).state).toBe(200);
});

it('forgets the states that were used longest ago', async () => {
  const store = await filled(60_000);
  const readsOf = async (stream: string) => {
    store.reads.length = 0;
    await stateOf(store, sum, stream);
    return store.reads;
  };
  await stateOf(store, sum, 's');
  await store.append(
    't',
    -1,
    Array.from({ length: 60_000 }, (_, index) => counted(`t-${index}`)),
  );
  await stateOf(store, sum, 't');
  expect(await readsOf('t')).toEqual([59_998]);
  expect(await readsOf('s')).toEqual([undefined]);
});

describe('a command on a long stream', () => {
  const counter: Decider<{ type: 'Count' }, number, Counted> = {
    stream: () => 's',
    subject: () => '',
    initial: 0,
    decide: { Count: () => [{ type: 'Counted', schemaVersion: 1, data: { by: 1 } }] },
    evolve: { Counted: (total, { by }) => total + by },
  };
  const count = (store: MemoryEventStore, id: string, expectedRevision?: number) =>
    handle(store, counter, { type: 'Count' }, originOf(id), { naming, expectedRevision });

  it('is known again, however long ago it was', async () => {
    const store = new Observed();
    const first = await count(store, 'first');
    for (let index = 0; index < 100; index += 1) await count(store, `c-${index}`);
    store.reads.length = 0;
    expect(await count(store, 'first')).toEqual(first);
    expect(store.reads).toEqual([98]); // the last one that was decided on, and its own event
    expect(await store.head()).toBe(101);
  });

  it('is refused with what its caller has not seen', async () => {
    const store = await filled(100);
    await count(store, 'a');
    await expect(count(store, 'b', 97)).rejects.toMatchObject({
      ...{ expected: 97, actual: 100 },
      since: [{ id: 'e-98' }, { id: 'e-99' }, { commandId: 'a' }],
    });
  });

  it('is decided on all that others have appended', async () => {
    const store = await filled(100);
    const receipts = await Promise.all(['a', 'b', 'c'].map((id) => count(store, id)));
    expect(receipts.map(({ revision }) => revision).toSorted()).toEqual([100, 101, 102]);
  });
});
