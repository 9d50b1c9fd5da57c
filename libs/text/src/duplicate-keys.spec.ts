import fc from 'fast-check';
import { duplicateKeyIn } from './duplicate-keys.js';

it.each([
  ['{"a":1,"a":2}', 'a'],
  ['{"a":1,"\\u0061":2}', 'a'],
  ['[{"a":{"b":[1,{"c":1}],"b":0}}]', 'b'],
  ['{"":1,"":1}', ''],
  ['{"__proto__":1,"__proto__":1}', '__proto__'],
])('finds a key twice in %s', (json, key) => {
  expect(duplicateKeyIn(json)).toBe(key);
});

it.each([
  '{"a":{"a":{"a":1}}}',
  '[{"a":1},{"a":1}]',
  '{"a":"b","b":"a","c":["a","a"]}',
  '{"a":"x\\",\\"a\\":1"}',
  '{"a\\\\":1,"a":2}',
  '"a"',
  '{}',
])('finds none in %s', (json) => {
  expect(duplicateKeyIn(json)).toBeUndefined();
});

it('finds none in what is written from a value, and any that is added', () => {
  fc.assert(
    fc.property(fc.json(), fc.string(), (json, key) => {
      expect(duplicateKeyIn(json)).toBeUndefined();
      expect(duplicateKeyIn(`[${json},{${JSON.stringify(key)}:${json},${JSON.stringify(key)}:1}]`)).toBe(key);
    }),
  );
});

it('reads every character once', () => {
  const json = `{"a":"${'\\\\'.repeat(200_000)}","b":[${'"x",'.repeat(200_000)}1]}`;
  expect(duplicateKeyIn(json)).toBeUndefined();
});
