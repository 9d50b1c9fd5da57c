import type { DocumentStore, DocumentWrite, ServedViews, ViewReads } from '@annals/event-sourcing';
import { people, person, places } from './people.js';
import { subjectReadsContract } from './subject-reads.contract.js';

/** The contract of every `ViewReads`; `makeStore` creates an empty one. An adapter must pass all of it. */
export const viewReadsContract = (makeStore: () => DocumentStore & ServedViews & ViewReads) => {
  let store: ReturnType<typeof makeStore>;

  beforeEach(async () => {
    store = makeStore();
    for (const collection of [people, places]) await store.open(collection);
    await store.serve('people', 'people-v1');
    await store.serve('places', 'places-v1');
    await commit('people-v1', 7, person('a', 1, 'Ulm', 30), person('b', 2, 'Ulm', 50), person('c', 3, 'Bern', 7));
    await commit('places-v1', 5, person('a', 4, 'Ulm'));
  });

  afterEach(() => store.close());

  const commit = (collection: string, next: number, ...writes: DocumentWrite[]) =>
    store.commit([{ collection, writes, checkpoint: { expected: 0, next } }]);

  const inUlm = { where: [{ field: 'town', is: 'Ulm' }] };
  const sorted = { ...inUlm, sort: { field: 'age', descending: true } };

  it('reads documents of several views by id, by query and in groups, with the checkpoint of each', async () => {
    const reads = [
      { view: 'people', ids: ['a', 'unknown'] },
      { view: 'places', ids: ['a'] },
      { view: 'people', query: { ...sorted, limit: 1 } },
      { view: 'people', query: { ...sorted, limit: 1, after: { value: 50, id: 'b' } } },
      { view: 'people', aggregation: { ...inUlm, groupBy: ['tags'], sum: ['age'] } },
    ];
    const [a, b] = [
      { id: 'a', position: 1, body: { id: 'a', town: 'Ulm' } },
      { id: 'b', position: 2, body: { id: 'b', town: 'Ulm' } },
    ];
    expect(await store.readViews(reads)).toEqual([
      { checkpoint: 7, documents: [a], groups: [] },
      { checkpoint: 5, documents: [{ ...a, position: 4 }], groups: [] },
      { checkpoint: 7, documents: [b], groups: [] },
      { checkpoint: 7, documents: [a], groups: [] },
      { checkpoint: 7, documents: [], groups: [{ key: ['new'], count: 2, sums: [80], amounts: [] }] },
    ]);
    expect(await store.readViews([])).toEqual([]);
  });

  it('finds nothing in a view that no collection serves', async () => {
    expect(await store.readViews([{ view: 'nobody', ids: ['a'] }])).toEqual([
      { checkpoint: 0, documents: [], groups: [] },
    ]);
  });

  it('leaves out removed documents', async () => {
    await store.commit([{ collection: 'people-v1', writes: [{ id: 'a', position: 9, body: null, fields: {} }] }]);
    const reads = [
      { view: 'people', ids: ['a'] },
      { view: 'people', query: { ...inUlm, limit: 9 } },
    ];
    const [byId, found] = await store.readViews(reads);
    expect(byId!.documents).toEqual([]);
    expect(found!.documents.map(({ id }) => id)).toEqual(['b']);
  });

  it('follows a view to another collection', async () => {
    const reads = [{ view: 'people', ids: ['a'] }];
    await store.readViews(reads);
    await store.open({ ...people, name: 'people-v2' });
    await commit('people-v2', 8, person('a', 8, 'Köln'));
    await store.serve('people', 'people-v2');
    await store.drop('people-v1');
    expect(await store.readViews(reads)).toMatchObject([{ checkpoint: 8, documents: [{ body: { town: 'Köln' } }] }]);
  });

  it('finds nothing in a served collection that was dropped, and what is there once it is filled again', async () => {
    const reads = [{ view: 'people', ids: ['a'] }];
    await store.readViews(reads);
    await store.drop('people-v1');
    expect(await store.readViews(reads)).toEqual([{ checkpoint: 0, documents: [], groups: [] }]);
    await store.open(people);
    await commit('people-v1', 2, person('a', 2, 'Bonn'));
    expect(await store.readViews(reads)).toMatchObject([{ checkpoint: 2, documents: [{ body: { town: 'Bonn' } }] }]);
  });

  it('finds nothing yet in a collection that does not have the field, as one of an older version', async () => {
    const where = [{ field: 'height', is: 1 }];
    const reads = [
      { view: 'people', query: { where, limit: 1 } },
      { view: 'people', query: { sort: { field: 'height' }, limit: 1 } },
      { view: 'people', aggregation: { where, groupBy: [] } },
      { view: 'people', aggregation: { groupBy: ['height'] } },
      { view: 'people', aggregation: { groupBy: [], sum: ['height'] } },
    ];
    for (const part of await store.readViews(reads)) expect(part).toEqual({ checkpoint: 0, documents: [], groups: [] });
  });

  it('may skip a read that finds nothing without the document of an earlier one', async () => {
    const query = { ...inUlm, limit: 9 };
    const reads = [
      { view: 'people', ids: ['a'] },
      { view: 'places', query, unless: 0 },
      { view: 'people', ids: ['unknown'] },
      { view: 'places', query: { where: [{ field: 'town', is: 'Rome' }], limit: 9 }, unless: 2 },
    ];
    expect(await store.readViews(reads)).toMatchObject([
      { documents: [{ id: 'a' }] },
      { checkpoint: 5, documents: [{ id: 'a' }] },
      { checkpoint: 7, documents: [] },
      { checkpoint: 5, documents: [] },
    ]);
  });

  describe('about a subject', () => subjectReadsContract(() => store));
};
