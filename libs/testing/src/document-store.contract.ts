import { CheckpointConflict, type Collection, type DocumentStore, type DocumentWrite } from '@annals/event-sourcing';
import { collectionsContract } from './collections.contract.js';
import { findingContract } from './finding.contract.js';
import { searchingContract } from './searching.contract.js';

const people: Collection = { name: 'people-v1', fields: { town: 'one', tags: 'many' }, indexes: [['town']] };
const places: Collection = { ...people, name: 'places-v1' };

const write = (id: string, position: number, body: object | null = { id, position }): DocumentWrite => ({
  id,
  position,
  body,
  fields: { town: 'Ulm', tags: ['new'] },
});

const inBoth = (position: number) =>
  ['places-v1', 'people-v1'].map((collection) => ({
    collection,
    writes: [write('b', position)],
    checkpoint: { expected: 0, next: position },
  }));

/** The contract of every `DocumentStore`; `makeStore` creates an empty one. An adapter must pass all of it. */
export const documentStoreContract = (makeStore: () => DocumentStore) => {
  let store: DocumentStore;
  let checkpoint: number;

  beforeEach(async () => {
    store = makeStore();
    checkpoint = 0;
    await store.open(people);
  });

  afterEach(() => store.close());

  const commit = (...writes: DocumentWrite[]) =>
    store.commit([{ collection: 'people-v1', writes, checkpoint: { expected: checkpoint, next: (checkpoint += 1) } }]);
  const positionOf = async (id: string) => (await store.get('people-v1', [id]))[0]?.position;

  it('starts with an empty collection at the start of the log', async () => {
    expect(await store.checkpoint('people-v1')).toBe(0);
    expect(await store.find('people-v1', { limit: 10 })).toEqual({ documents: [], next: null });
    expect(await store.count('people-v1')).toBe(0);
    expect(await store.aggregate('people-v1', { groupBy: [] })).toEqual([]);
  });

  it('returns the documents with the given ids, and leaves out missing ones', async () => {
    const body = { name: '王芳 \u{1F600}', nested: { list: [1, null, 'x', true] } };
    await commit(write('a', 1, body), write('b', 1), write('c', 1));
    const documents = await store.get('people-v1', ['a', 'c', 'unknown', 'a']);
    expect(documents.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual([
      { id: 'a', position: 1, body },
      { id: 'c', position: 1, body: { id: 'c', position: 1 } },
    ]);
    expect(await store.get('people-v1', [])).toEqual([]);
  });

  it('is not affected by later changes of the caller’s objects', async () => {
    const body = { name: 'first' };
    await commit(write('a', 1, body));
    body.name = 'second';
    expect(await store.get('people-v1', ['a'])).toMatchObject([{ body: { name: 'first' } }]);
  });

  it('drops a write that is not newer than the document', async () => {
    await commit(write('a', 5), write('a', 4, {}), write('a', 5, {}));
    expect(await store.get('people-v1', ['a'])).toEqual([{ id: 'a', position: 5, body: { id: 'a', position: 5 } }]);
    await commit(write('a', 6), write('a', 7));
    expect(await positionOf('a')).toBe(7);
  });

  it('restores a removed document only by a newer event', async () => {
    await commit(write('a', 1), write('b', 2));
    await commit(write('a', 5, null), write('unheard', 5, null));
    await commit(write('a', 4), write('unheard', 4));
    expect(await store.get('people-v1', ['a', 'unheard'])).toEqual([]);
    expect(await store.count('people-v1', [{ field: 'tags', is: 'new' }])).toBe(1);
    expect(await store.aggregate('people-v1', { groupBy: ['tags'] })).toMatchObject([{ count: 1 }]);
    await commit(write('a', 6));
    await commit(write('a', 5));
    expect(await positionOf('a')).toBe(6);
    expect(await store.count('people-v1')).toBe(2);
  });

  it('finds a document only by its latest values', async () => {
    await commit(write('a', 1));
    await commit({ ...write('a', 2), fields: { town: 'Bonn', tags: ['new', 'big'] } });
    await commit({ ...write('a', 3), fields: { town: 'Bonn', tags: ['big'] } });
    const countOf = (field: string, is: string) => store.count('people-v1', [{ field, is }]);
    expect([await countOf('town', 'Ulm'), await countOf('town', 'Bonn')]).toEqual([0, 1]);
    expect([await countOf('tags', 'new'), await countOf('tags', 'big')]).toEqual([0, 1]);
  });

  it('writes documents and checkpoints of several collections together', async () => {
    await store.open(places);
    await store.commit(inBoth(7));
    expect([await store.checkpoint('people-v1'), await store.checkpoint('places-v1')]).toEqual([7, 7]);
    expect([await store.count('people-v1'), await store.count('places-v1')]).toEqual([1, 1]);
  });

  it('stores nothing when one checkpoint has been moved', async () => {
    await store.open(places);
    await commit(write('a', 1));
    await expect(store.commit(inBoth(2))).rejects.toThrow(CheckpointConflict);
    expect([await store.checkpoint('people-v1'), await store.checkpoint('places-v1')]).toEqual([1, 0]);
    expect([await store.count('people-v1'), await store.count('places-v1')]).toEqual([1, 0]);
  });

  it('writes documents at any checkpoint, if none is given', async () => {
    await commit(write('a', 1));
    await store.commit([{ collection: 'people-v1', writes: [write('b', 9), write('a', 1, {})] }]);
    expect([await store.checkpoint('people-v1'), await positionOf('a'), await positionOf('b')]).toEqual([1, 1, 9]);
    const nowhere = { collection: 'nowhere', writes: [write('a', 1)] };
    await expect(store.commit([nowhere])).rejects.toThrow(CheckpointConflict);
  });

  collectionsContract(() => store);
  describe('asked', () => findingContract(() => store));
  describe('searched', () => searchingContract(() => store));
};
