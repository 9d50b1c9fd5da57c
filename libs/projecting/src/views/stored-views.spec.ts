import { MemoryDocumentStore } from '@annals/store-memory';
import { tallies } from '@annals/testing';
import { HeardPositions, StoredViews } from '../index.js';

const shape = { fields: { sum: 'one', marks: 'many' }, indexes: [] } as const;
const documentOf = (id: string, position: number, sum: number) => ({
  id,
  position,
  body: { sum, marks: [sum] },
  fields: { sum, marks: [sum] },
});

describe('StoredViews', () => {
  let store: MemoryDocumentStore;
  let views: StoredViews;

  const filled = async (collection: string, sums: readonly number[], next: number) => {
    await store.open({ name: collection, ...shape });
    const writes = sums.map((sum, index) => documentOf('abc'[index]!, index + 1, sum));
    await store.commit([{ collection, writes, checkpoint: { expected: 0, next } }]);
  };

  beforeEach(async () => {
    store = new MemoryDocumentStore();
    views = new StoredViews(store);
    await filled('tallies-v1', [5, 6, 6], 9);
    await store.serve('tallies', 'tallies-v1');
  });

  it('read one document, or none', async () => {
    const value = { sum: 5, marks: [5] };
    expect(await views.one(tallies, 'a')).toEqual({ value, position: 9, stale: false });
    expect(await views.one(tallies, 'x')).toEqual({ value: null, position: 9, stale: false });
  });

  it('read many documents by their ids', async () => {
    const { value } = await views.many(tallies, ['a', 'c', 'x']);
    expect([...value.keys()].toSorted()).toEqual(['a', 'c']);
  });

  it('find documents page by page', async () => {
    const first = await views.find(tallies, { sort: { field: 'sum', descending: true }, limit: 2 });
    expect(first.value.items.map(({ id }) => id)).toEqual(['c', 'b']);
    const { value } = await views.find(tallies, {
      sort: { field: 'sum', descending: true },
      limit: 2,
      after: first.value.next!,
    });
    expect(value).toEqual({ items: [{ id: 'a', document: { sum: 5, marks: [5] } }], next: null });
  });

  it('count and group', async () => {
    expect(await views.count(tallies, [{ field: 'sum', is: 6 }])).toMatchObject({ value: 2, position: 9 });
    const { value } = await views.aggregate(tallies, { groupBy: ['sum'], sum: ['sum'] });
    expect(value).toEqual([
      { key: [5], count: 1, sums: [5], amounts: [] },
      { key: [6], count: 2, sums: [12], amounts: [] },
    ]);
  });

  it('read several views together, at the lowest of their positions', async () => {
    await filled('others-v1', [1], 7);
    await store.serve('others', 'others-v1');
    const reads = [
      { view: 'tallies', ids: ['a'] },
      { view: 'others', query: { limit: 1 } },
    ];
    const { value, ...state } = await views.together(reads);
    expect(value.map(({ documents }) => documents.map(({ body }) => body))).toEqual([
      [{ sum: 5, marks: [5] }],
      [{ sum: 1, marks: [1] }],
    ]);
    expect(state).toEqual({ position: 7, stale: false });
    expect(await views.together(reads, { position: 7, timeoutMs: 0 })).toMatchObject({ position: 7, stale: false });
    expect(await views.together(reads, { position: 8, timeoutMs: 1 })).toMatchObject({ position: 7, stale: true });
  });

  it('wait until every view has passed the wanted position', async () => {
    await filled('others-v1', [1], 7);
    await store.serve('others', 'others-v1');
    const reads = [{ view: 'others', ids: ['a'] }];
    const answer = views.together(reads, { position: 9, timeoutMs: 60_000 });
    await store.commit([
      { collection: 'others-v1', writes: [documentOf('a', 9, 2)], checkpoint: { expected: 7, next: 9 } },
    ]);
    expect(await answer).toMatchObject({ value: [{ documents: [{ body: { sum: 2 } }] }], position: 9, stale: false });
  });

  it('find nothing in a view that was never built', async () => {
    const unknown = { ...tallies, name: 'unknown' };
    expect(await views.one(unknown, 'a')).toEqual({ value: null, position: 0, stale: false });
  });

  it('read the collection that is served, whatever else is being built', async () => {
    await filled('tallies-v1.b1', [70], 10);
    expect((await views.one(tallies, 'a')).value?.sum).toBe(5);
    await store.serve('tallies', 'tallies-v1.b1');
    expect(await views.one(tallies, 'a')).toMatchObject({ value: { sum: 70 }, position: 10 });
  });

  it('read again when the collection is switched and dropped under them', async () => {
    await filled('tallies-v1.b1', [70], 10);
    store.get = async (...args) => {
      Reflect.deleteProperty(store, 'get');
      await store.serve('tallies', 'tallies-v1.b1');
      await store.drop('tallies-v1');
      return store.get(...args);
    };
    expect(await views.one(tallies, 'a')).toMatchObject({ value: { sum: 70 }, position: 10 });
  });

  it('are fresh when the position asked for has been passed', async () => {
    expect(await views.one(tallies, 'a', { position: 9, timeoutMs: 0 })).toMatchObject({ stale: false });
  });

  it('say that they are stale when it has not been passed in time', async () => {
    const answer = await views.one(tallies, 'a', { position: 10, timeoutMs: 1 });
    expect(answer).toMatchObject({ value: { sum: 5 }, position: 9, stale: true });
  });

  it('wait together no longer than one of them, when they are for one request', async () => {
    const waits: number[] = [];
    const positions = { passed: async (_view: string, _position: number, most: number) => waits.push(most) < 0 };
    const reading = new StoredViews(store, positions);
    const freshness = { position: 10, timeoutMs: 60_000 };
    await reading.one(tallies, 'a', freshness);
    await reading.one(tallies, 'a', freshness);
    expect(waits[1]).toBeLessThan(waits[0]!);
  });

  it('wait for what the projector tells them', async () => {
    const positions = new HeardPositions();
    const waiting = new StoredViews(store, positions).one(tallies, 'a', { position: 10 });
    const commit = {
      collection: 'tallies-v1',
      writes: [documentOf('a', 10, 8)],
      checkpoint: { expected: 9, next: 10 },
    };
    await store.commit([commit]);
    positions.moved('tallies', 10);
    expect(await waiting).toEqual({ value: { sum: 8, marks: [8] }, position: 10, stale: false });
  });

  it('believe the served collection rather than what was heard of the last one', async () => {
    const positions = new HeardPositions();
    positions.moved('tallies', 10);
    const answer = await new StoredViews(store, positions).one(tallies, 'a', { position: 10, timeoutMs: 1 });
    expect(answer).toMatchObject({ position: 9, stale: true });
  });
});
