import { Recent } from './recent.js';

it('knows the names that were added last, for a limited time', () => {
  let now = 0;
  const recent = new Recent({ most: 2, milliseconds: 10 }, () => now);
  for (const name of ['a', 'b', 'a', 'c']) recent.add(name);
  expect(['a', 'b', 'c'].filter((name) => recent.has(name))).toEqual(['a', 'c']);
  recent.delete('c');
  now = 9;
  expect(['a', 'c'].filter((name) => recent.has(name))).toEqual(['a']);
  now = 10;
  expect(recent.has('a')).toBe(false);
});
