import fc from 'fast-check';
import { z } from 'zod';
import { shapeCheck } from './json-shape.js';

const schema = z.object({
  name: z.string().max(5),
  age: z.int().min(0).optional(),
  tags: z.array(z.object({ text: z.string() })),
  facts: z.record(z.string(), z.number()),
  state: z.enum(['open', 'closed']),
  end: z.string().nullable(),
  either: z.union([z.object({ kind: z.literal('a'), a: z.string() }), z.object({ kind: z.literal('b'), b: z.int() })]),
});
const check = shapeCheck(schema.toJSONSchema());
const whole = {
  ...{ name: 'Li', tags: [{ text: 'a' }], facts: { x: 1 }, state: 'open', end: null },
  either: { kind: 'b', b: 2 },
};

it.each<[string, object, string | undefined]>([
  ['what has the shape', whole, undefined],
  ['more fields than are known', { ...whole, more: 1 }, undefined],
  ['what breaks a limit, which may be newer than the data', { ...whole, name: 'long enough', age: -1 }, undefined],
  ['a missing field', { ...whole, name: undefined }, 'name'],
  ['a field of another type', { ...whole, age: '3' }, 'age'],
  ['null where it has no meaning', { ...whole, name: null }, 'name'],
  ['an object in the place of a list', { ...whole, tags: {} }, 'tags'],
  ['a member of a list', { ...whole, tags: [{ text: 'a' }, {}] }, 'tags[].text'],
  ['a value of a map, without its key', { ...whole, facts: { secret: 'x' } }, 'facts.*'],
  ['what is none of several', { ...whole, either: { kind: 'b' } }, 'either.a'],
  ['no object', [], 'data'],
])('judges %s', (_, data, wrong) => expect(check(data)).toBe(wrong));

it('accepts whatever the schema accepts', () => {
  const text = fc.string({ maxLength: 5 });
  const drawn = fc.record({
    ...{ name: text, tags: fc.array(fc.record({ text })), facts: fc.dictionary(text, fc.double({ noNaN: true })) },
    ...{ state: fc.constantFrom('open', 'closed'), end: fc.option(text) },
    either: fc.oneof(
      fc.record({ kind: fc.constant('a'), a: text }),
      fc.record({ kind: fc.constant('b'), b: fc.nat() }),
    ),
  });
  fc.assert(fc.property(drawn, (data) => !schema.safeParse(data).success || check(data) === undefined));
});
