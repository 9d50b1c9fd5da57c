import { MemoryDocumentStore } from '@annals/store-memory';
import { AskedPositions, HeardPositions, type Positions } from '../index.js';
import { PATIENCE } from '@annals/testing';

const heard = () => {
  const positions = new HeardPositions();
  return { positions, reach: async (position: number) => positions.moved('tallies', position) };
};

const asked = () => {
  const store = new MemoryDocumentStore();
  const collection = 'tallies-v1';
  const reach = async (next: number) => {
    await store.open({ name: collection, fields: {}, indexes: [] });
    await store.serve('tallies', collection);
    const expected = (await store.checkpoint(collection))!;
    await store.commit([{ collection, writes: [], checkpoint: { expected, next } }]);
  };
  return { positions: new AskedPositions(store), reach };
};

describe.each([
  ['heard from the projector', heard],
  ['asked of the store', asked],
] as const)('positions %s', (_, open) => {
  let positions: Positions;
  let reach: (position: number) => Promise<void>;

  beforeEach(() => {
    ({ positions, reach } = open());
  });

  it('have been passed when they are reached or behind', async () => {
    await reach(7);
    expect(await positions.passed('tallies', 7, 0)).toBe(true);
    expect(await positions.passed('tallies', 3, 0)).toBe(true);
  });

  it('have not been passed when the time is over', async () => {
    await reach(7);
    expect(await positions.passed('tallies', 8, 1)).toBe(false);
    expect(await positions.passed('others', 1, 1)).toBe(false);
  });

  it('are waited for by any number of readers', async () => {
    const waiting = [6, 7, 7, 8].map((position) => positions.passed('tallies', position, PATIENCE));
    await reach(5);
    await reach(7);
    expect(await Promise.all(waiting.slice(0, 3))).toEqual([true, true, true]);
    await reach(8);
    expect(await waiting[3]).toBe(true);
  });

  it('may go back', async () => {
    await reach(7);
    await reach(3);
    expect(await positions.passed('tallies', 7, 1)).toBe(false);
  });
});
