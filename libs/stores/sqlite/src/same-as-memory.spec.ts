import type { DocumentStore, DocumentWrite, Scalar } from '@annals/event-sourcing';
import { MemoryDocumentStore } from '@annals/store-memory';
import fc from 'fast-check';
import { anyText, anythingStored, shelf, type Question } from '@annals/testing';
import { SqliteDocumentStore } from './sqlite-document-store.js';

const { question, write } = anythingStored(anyText, ['\u{1F600}', '\uFFFF']);

const byId = (one: { id: string }, other: { id: string }) => (one.id < other.id ? -1 : 1);

const answers = async (
  store: DocumentStore,
  writes: readonly DocumentWrite[],
  { sort, groupBy, limit, where }: Question,
) => {
  await store.open(shelf);
  await store.commit([{ collection: shelf.name, writes, checkpoint: { expected: 0, next: 9 } }]);
  const pages = [];
  let after: { value: Scalar; id: string } | null = null;
  do {
    const page = await store.find(shelf.name, { where, limit, ...(sort && { sort }), ...(after && { after }) });
    pages.push(page);
    after = page.next;
  } while (after);
  const ids = writes.map(({ id }) => id);
  return {
    pages,
    all: (await store.get(shelf.name, ids)).toSorted(byId),
    count: await store.count(shelf.name, where),
    groups: await store.aggregate(shelf.name, { where, groupBy, sum: ['size'], amounts: ['worth'] }),
  };
};

it('answers as the memory store does, whatever is stored and asked', async () => {
  const scenario = fc.tuple(fc.array(write, { maxLength: 25 }), question);
  await fc.assert(
    fc.asyncProperty(scenario, async ([writes, asked]) => {
      const store = new SqliteDocumentStore({ file: ':memory:' });
      const told = await answers(store, writes, asked);
      expect(told).toEqual(await answers(new MemoryDocumentStore(), writes, asked));
      await store.close();
    }),
    { numRuns: 300 },
  );
});
