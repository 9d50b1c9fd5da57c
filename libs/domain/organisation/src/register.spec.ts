import fc from 'fast-check';
import { find, newest, note, type Register } from './register.js';

const anyFacts = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer()));
const registerOf = (facts: readonly (readonly [string, number])[]) =>
  facts.reduce<Register<number>>((register, [key, value]) => note(register, key, value), null);

it('knows what a map would know', () =>
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const register = registerOf(facts);
      expect(new Map(newest(register))).toEqual(new Map(facts));
      for (const key of ['a', 'b', 'c', 'd'] as const)
        expect(find(register, key)).toBe(new Map<string, number>(facts).get(key));
    }),
  ));

it('never changes what was known before', () => {
  const before = registerOf([['a', 1]]);
  note(before, 'a', 2);
  expect(find(before, 'a')).toBe(1);
});
