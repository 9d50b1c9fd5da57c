import fc from 'fast-check';
import { fingerprintOf } from './fingerprint.js';

const reversed = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, reversed(member)]),
  );
};

it('does not mind the order of fields', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (fields) => {
      expect(fingerprintOf('Pack', reversed(fields) as typeof fields)).toBe(fingerprintOf('Pack', fields));
    }),
  );
});

it('does not mind how often and by whom it was sent, and on which revision', () => {
  const more = { origin: { actor: 'a' }, type: 'Pack', expectedRevision: 3, left: undefined };
  expect(fingerprintOf('Pack', { id: '1', ...more })).toBe(fingerprintOf('Pack', { id: '1' }));
  expect(fingerprintOf('Pack', { id: '1' })).toMatch(/^[\w-]{22}$/);
});

it.each<[string, string, object]>([
  ['another command', 'Send', { id: '1', lines: ['a', 'b'] }],
  ['another value', 'Pack', { id: 1, lines: ['a', 'b'] }],
  ['another order of a list', 'Pack', { id: '1', lines: ['b', 'a'] }],
  ['a field more', 'Pack', { id: '1', lines: ['a', 'b'], reason: null }],
])('tells %s', (_, type, fields) => {
  expect(fingerprintOf(type, { ...fields })).not.toBe(fingerprintOf('Pack', { id: '1', lines: ['a', 'b'] }));
});
