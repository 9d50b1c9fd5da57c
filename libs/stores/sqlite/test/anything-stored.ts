import type { Collection, Condition, DocumentWrite } from '@annals/event-sourcing';
import fc from 'fast-check';

/** A collection with fields of each kind. */
export const shelf: Collection = {
  name: 'shelf-v1',
  fields: { one: 'one', size: 'one', many: 'many', worth: 'amount' },
  indexes: [['one'], ['size', 'one']],
};

export const text = fc.oneof(
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

export const write: fc.Arbitrary<DocumentWrite> = fc.record({
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
export const question = fc.record({
  where,
  sort,
  limit: fc.integer({ min: 1, max: 5 }),
  groupBy: fc.uniqueArray(field),
});
export type Question = typeof question extends fc.Arbitrary<infer T> ? T : never;
