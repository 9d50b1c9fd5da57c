import { MemoryDocumentStore } from '@annals/store-memory';
import { recorded } from '@annals/testing';
import fc from 'fast-check';
import { collectionOf, fieldsOf, FoldedViews, project, projection } from './index.js';
import type { Event, RecordedEvent, ViewPart, ViewRead } from './index.js';

type Put = Event<'Put', { readonly id: string; readonly town: string; readonly age: number }>;
type Gone = Event<'Gone', { readonly id: string }>;
type Person = Put['data'];

const people = projection<Put | Gone, Person>()({
  ...{ name: 'people', version: 1 },
  key: ({ data }) => data.id,
  on: { Put: (_, { data }) => data, Gone: () => null },
  fields: {
    town: { of: ({ town }) => town },
    age: { of: ({ age }) => age },
    letters: { each: ({ town }) => [...town] },
  },
});

const id = fc.constantFrom('a', 'b', 'c', 'd');
const put = fc.record({ id, town: fc.constantFrom('Ulm', 'Bonn'), age: fc.nat(3) });
const event = fc.oneof(
  put.map((data): Event => ({ type: 'Put', schemaVersion: 1, data })),
  id.map((gone): Event => ({ type: 'Gone', schemaVersion: 1, data: { id: gone } })),
  fc.constant<Event>({ type: 'Unheard', schemaVersion: 1, data: {} }),
);
const anyLog = fc.array(event, { maxLength: 20 }).map((events) => recorded(events));

const where = fc.constantFrom(
  [],
  [{ field: 'town', is: 'Ulm' }],
  [{ field: 'letters', in: ['m', 'x'] }],
  [{ field: 'age', from: 1, to: 3 }],
);
const sort = fc.constantFrom(undefined, { field: 'age' }, { field: 'town', descending: true });
const read = fc.oneof(
  fc.array(id, { maxLength: 3 }).map((ids) => ({ view: 'people', ids })),
  fc.record({ where, limit: fc.integer({ min: 1, max: 3 }), sort }).map(({ sort: by, ...query }) => ({
    view: 'people',
    query: { ...query, ...(by && { sort: by }) },
  })),
  where.map((conditions) => ({
    view: 'people',
    aggregation: { where: conditions, groupBy: ['letters'], sum: ['age'] },
  })),
);

const stored = async (log: readonly RecordedEvent[]) => {
  const store = new MemoryDocumentStore();
  const collection = collectionOf(people);
  await store.open({ name: collection, fields: { town: 'one', age: 'one', letters: 'many' }, indexes: [] });
  await store.serve('people', collection);
  const writes = [...project(people, log)].map(([key, body]) => ({
    ...{ id: key, position: 1, body },
    fields: fieldsOf(people, body),
  }));
  const next = log.at(-1)?.position ?? 0;
  await store.commit([{ collection, writes, checkpoint: { expected: 0, next } }]);
  return store;
};

// Documents by id come in any order.
const found = (reads: readonly ViewRead[], parts: readonly ViewPart[]) =>
  parts.map(({ documents, ...part }, index) => {
    const keyed = documents.map(({ id: key, body }) => ({ key, body }));
    const isOrdered = !('ids' in reads[index]!);
    return { ...part, documents: isOrdered ? keyed : keyed.toSorted((a, b) => (a.key < b.key ? -1 : 1)) };
  });

describe('views that are folded from a history', () => {
  it('find what a store finds that has projected the same events', () =>
    fc.assert(
      fc.asyncProperty(anyLog, fc.array(read, { maxLength: 4 }), async (log, reads) => {
        const folded = new FoldedViews([people]);
        folded.add(log.slice(0, 7));
        folded.add(log.slice(7));
        const parts = await (await stored(log)).readViews(reads);
        expect(found(reads, folded.read(reads))).toEqual(found(reads, parts));
      }),
    ));

  it('find nothing in a view that is not among them', () => {
    expect(new FoldedViews([people]).read([{ view: 'others', ids: ['a'] }])).toEqual([
      { checkpoint: 0, documents: [], groups: [] },
    ]);
  });
});
