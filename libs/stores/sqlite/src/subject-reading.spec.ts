import type { DocumentWrite, SubjectReads, ViewStore } from '@annals/event-sourcing';
import { MemoryDocumentStore } from '@annals/store-memory';
import { anyText, anythingStored, shelf, type Question } from '@annals/testing';
import fc from 'fast-check';
import { KnownSubjects } from './known-subjects.js';
import { SqliteDocumentStore } from './sqlite-document-store.js';

const { question, write } = anythingStored(anyText, ['\u{1F600}', '\uFFFF']);

const aboutOf = ({ where, sort, limit, groupBy }: Question): SubjectReads => {
  const order = sort && { sort };
  return {
    of: (subject: string) => {
      const mine = [{ field: 'one', is: subject }, ...where];
      const groups = { groupBy, sum: ['size'], amounts: ['worth'] };
      return [
        { view: 'shelf', ids: [subject] },
        { view: 'shelf', query: { where: mine, ...order, limit } },
        { view: 'shelf', aggregation: { where: mine, ...groups } },
        { view: 'shelf', aggregation: { where, ...groups } },
      ];
    },
  };
};

it('answers about subjects as the memory store does, before and after further writes', async () => {
  const writes = fc.array(write, { maxLength: 15 });
  const texts = fc.array(anyText, { maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(writes, writes, question, texts, async (first, second, asked, more) => {
      const stores: readonly ViewStore[] = [new SqliteDocumentStore({ file: ':memory:' }), new MemoryDocumentStore()];
      const reads = aboutOf(asked);
      const subjects = [
        'a',
        ...more,
        ...first.map(({ id, fields }) => (typeof fields['one'] === 'string' ? fields['one'] : id)),
      ];
      const told: unknown[][] = [];
      for (const store of stores) {
        await store.open(shelf);
        await store.serve('shelf', shelf.name);
        const found: unknown[] = [];
        for (const [index, batch] of [first, second, []].entries()) {
          const checkpoint = { expected: 9 * index, next: 9 * index + 9 };
          const moved = batch.map((each) => ({ ...each, position: each.position + 9 * index }));
          await store.commit([{ collection: shelf.name, writes: moved, checkpoint }]);
          for (const subject of subjects) {
            const { parts, checkpoint: at } = await store.readSubject(reads, subject);
            found.push([at, parts.map(({ documents, groups }) => ({ documents, groups }))]);
          }
        }
        told.push(found);
        await store.close();
      }
      expect(told[0]).toEqual(told[1]);
    }),
  );
});

const filled = async (...writes: readonly DocumentWrite[]) => {
  const store = new SqliteDocumentStore({ file: ':memory:' });
  await store.open(shelf);
  await store.serve('shelf', shelf.name);
  await store.commit([{ collection: shelf.name, writes }]);
  return store;
};
const document = (id: string, position: number, one: string): DocumentWrite => ({
  ...{ id, position, body: { one } },
  fields: { one, size: 1, many: [], worth: '1' },
});
const inOne: SubjectReads = {
  of: (is) => [
    { view: 'shelf', query: { where: [{ field: 'one', is }], limit: 5 } },
    { view: 'shelf', aggregation: { where: [{ field: 'one', is }], groupBy: ['size'], amounts: ['worth'] } },
  ],
};

it('answers with the same array until a document of the subject changes', async () => {
  const store = await filled(document('a', 1, 'x'), document('b', 2, 'y'));
  const read = async (subject: string) => (await store.readSubject(inOne, subject)).parts;
  const [x, y] = [await read('x'), await read('y')];
  await store.commit([{ collection: shelf.name, writes: [document('c', 3, 'y')] }]);
  expect(await read('x')).toBe(x);
  expect(await read('y')).not.toBe(y);
  await store.close();
});

it('forgets what was asked about long ago', async () => {
  const known = new KnownSubjects(2);
  const rows = [[0, 'a', 1]] as const;
  const asked = (key: string) => known.of(key, rows, () => []);
  const [first] = [asked('1'), asked('2')];
  expect(asked('1')).toBe(first);
  for (const key of ['3', '4', '5', '6']) asked(key);
  expect(asked('1')).not.toBe(first);
});
