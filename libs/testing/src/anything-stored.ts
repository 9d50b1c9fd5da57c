import type { Collection, Condition, DocumentWrite } from '@annals/event-sourcing';
import fc from 'fast-check';

/** A collection with fields of each kind. */
export const shelf: Collection = {
  name: 'shelf-v1',
  fields: { one: 'one', size: 'one', many: 'many', worth: 'amount' },
  indexes: [['one'], ['size', 'one']],
};

/** Texts that code points and UTF-16 code units put into one order. */
export const PLAIN = ['', 'a', 'ab', 'b', 'Ä', '王', '王芳', 'a\u0000b'] as const;
const HIGH = ['\uD7FF', '\uE000', '\uFFFF', '\u{1F600}', '\u{10FFFF}'] as const;

/** Any but halves of surrogate pairs. fast-check's own ones list all code points at first, which takes a second. */
const codePoint = fc
  .integer({ min: 0, max: 0x10ffff - 0x800 })
  .map((value) => String.fromCodePoint(value < 0xd800 ? value : value + 0x800));

export const anyText = fc.oneof(fc.constantFrom(...PLAIN, ...HIGH), fc.string({ unit: codePoint, maxLength: 3 }));

const number = fc.oneof(fc.integer({ min: -3, max: 3 }), fc.maxSafeInteger());
const fraction = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0); // no -0, JSON has none
const amount = fc
  .tuple(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), fc.stringMatching(/^(\.\d{1,16})?$/))
  .map((parts) => parts.join(''));
const field = fc.constantFrom('one', 'size', 'many');
const sort = fc.record({ field: fc.constantFrom('one', 'size'), descending: fc.boolean() });

/** Writes to the collection and questions about it whose texts are such ones; `ids` are frequent besides some plain ones. */
export const anythingStored = (text: fc.Arbitrary<string>, ids: readonly string[] = []) => {
  const scalar = fc.oneof(text, number, fraction, fc.boolean(), fc.constant(null));
  const conditionOn = (name: string): fc.Arbitrary<Condition> =>
    fc.oneof(
      fc.record({ field: fc.constant(name), is: scalar }),
      fc.record({ field: fc.constant(name), in: fc.array(scalar, { maxLength: 3 }) }),
      fc.record({
        field: fc.constant(name),
        from: fc.option(scalar, { nil: undefined }),
        to: fc.option(scalar, { nil: undefined }),
      }),
      fc.record({ field: fc.constant(name), startsWith: text }),
    );
  const write: fc.Arbitrary<DocumentWrite> = fc.record({
    id: fc.oneof(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', '王', ...ids), text),
    position: fc.integer({ min: 1, max: 9 }),
    body: fc.option(fc.record({ note: text }), { freq: 5 }),
    fields: fc.record({
      one: scalar,
      size: fc.option(number),
      many: fc.array(scalar, { maxLength: 3 }),
      worth: fc.option(amount),
    }),
  });
  const question = fc.record({
    where: fc.array(field.chain(conditionOn), { maxLength: 2 }),
    sort: fc.option(sort, { nil: undefined }),
    limit: fc.integer({ min: 1, max: 5 }),
    groupBy: fc.uniqueArray(field),
  });
  return { write, question };
};

/** What may be asked of the collection. */
export type Question = ReturnType<typeof anythingStored>['question'] extends fc.Arbitrary<infer Asked> ? Asked : never;
