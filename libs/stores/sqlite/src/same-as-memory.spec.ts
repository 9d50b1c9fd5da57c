import type { Collection, Condition, DocumentStore, DocumentWrite, Scalar } from '@annals/event-sourcing';
import { MemoryDocumentStore } from '@annals/store-memory';
import fc from 'fast-check';
import { SqliteDocumentStore } from './sqlite-document-store.js';

const shelf: Collection = {
  name: 'shelf-v1',
  fields: { one: 'one', size: 'one', many: 'many', worth: 'amount' },
  indexes: [['one'], ['size', 'one']],
};

const text = fc.oneof(
  fc.constantFrom(
    '',
    'a',
    'ab',
    'b',
    'Ä',
    '王',
    '王芳',
    '\uD7FF',
    '\uE000',
    '\uFFFF',
    '\u{1F600}',
    '\u{10FFFF}',
    'a\u0000b',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger());
const fraction = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0); // no -0, JSON has none
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.stringMatching(/^(\.\d{1,16})?$/))
  .map((parts) => parts.join(''));
const scalar = fc.oneof(text, number, fraction, fc.boolean(), fc.constant(null));

const write: fc.Arbitrary<DocumentWrite> = fc.record({
  id: fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '王', '\u{1F600}', '\uFFFF'), text),
  position: fc.integer({ min: 1, max: 9 }),
  body: fc.option(fc.record({ note: text }), { freq: 5 }),
  fields: fc.record({
    one: scalar,
    size: fc.option(number),
    many: fc.array(scalar, { maxLength: 3 }),
    worth: fc.option(amount),
  }),
});

const anyCondition = (field: string): fc.Arbitrary<Condition> =>
  fc.oneof(
    fc.record({ field: fc.constant(field), is: scalar }),
    fc.record({ field: fc.constant(field), in: fc.array(scalar, { maxLength: 3 }) }),
    fc.record({
      field: fc.constant(field),
      from: fc.option(scalar, { nil: undefined }),
      to: fc.option(scalar, { nil: undefined }),
    }),
    fc.record({ field: fc.constant(field), startsWith: text }),
  );
const field = fc.constantFrom('one', 'size', 'many');
const where = fc.array(field.chain(anyCondition), { maxLength: 2 });
const sort = fc.option(fc.record({ field: fc.constantFrom('one', 'size'), descending: fc.boolean() }), {
  nil: undefined,
});
const question = fc.record({ where, sort, limit: fc.integer({ min: 1, max: 5 }), groupBy: fc.uniqueArray(field) });
type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;

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
