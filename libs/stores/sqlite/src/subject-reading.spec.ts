import type { DocumentWrite, SubjectReads, ViewStore } from '@annals/event-sourcing';
import { MemoryDocumentStore } from '@annals/store-memory';
import { anyText, anythingStored, shelf, type Question } from '@annals/testing';
import fc from 'fast-check';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { KnownSubjects } from './known-subjects.js';
import { SqliteDocumentStore } from './sqlite-document-store.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-subjects-'));
afterAll(() => rmSync(folder, { recursive: true }));

const { question: anyQuestion, write } = anythingStored(anyText, ['\u{1F600}', '\uFFFF']);

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
    fc.asyncProperty(writes, writes, anyQuestion, texts, async (first, second, asked, more) => {
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

const filled = async (...writes: readonly DocumentWrite[]) => filledAt(':memory:', ...writes);

const filledAt = async (file: string, ...writes: readonly DocumentWrite[]) => {
  const store = new SqliteDocumentStore({ file });
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

it('finds what another process has written since', async () => {
  const file = join(folder, 'views.db');
  const other = await filledAt(file, document('a', 1, 'x'));
  const store = new SqliteDocumentStore({ file });
  const ids = async () => (await store.readSubject(inOne, 'x')).parts[0]?.documents.map(({ id }) => id);
  expect(await ids()).toEqual(['a']);
  await other.commit([{ collection: shelf.name, writes: [document('b', 2, 'x')] }]);
  await turn(); // reads without a wait in between see one state of the file
  expect(await ids()).toEqual(['a', 'b']);
  await store.close();
  await other.close();
});

const question = (key: string, state = 1, found: unknown[] = []) => ({
  ...{ key, state },
  rows: () => {
    found.push(key);
    return [[['a', 1]]] as const;
  },
  partsOf: () => [],
});

it('does not read again in the same state of the file', () => {
  const known = new KnownSubjects();
  const found: unknown[] = [];
  const [first, second, third] = [1, 1, 2].map((state) => known.parts(question('x', state, found)));
  expect(second).toBe(first);
  expect(third).toBe(first);
  expect(found).toEqual(['x', 'x']);
});

it('forgets what was asked about long ago', () => {
  const known = new KnownSubjects(2);
  const asked = (key: string) => known.parts(question(key));
  const [first] = [asked('1'), asked('2')];
  expect(asked('1')).toBe(first);
  for (const key of ['3', '4', '5', '6']) asked(key);
  expect(asked('1')).not.toBe(first);
});
