import { Repeats } from './repeats.js';

it('writes the same line once a minute, with its count', () => {
  let clock = 0;
  const repeats = new Repeats(() => clock);
  expect([repeats.line('a'), repeats.line('b'), repeats.line('a'), repeats.line('a')]).toEqual([
    'a',
    'b',
    undefined,
    undefined,
  ]);
  clock = 60_000;
  expect([repeats.line('a', 'a, again'), repeats.line('b')]).toEqual(['a, again (2 times more in the last 60 s)', 'b']);
});

it('keeps a bounded number of lines', () => {
  const repeats = new Repeats(() => 0);
  for (let each = 0; each <= 1_000; each += 1) repeats.line(`${each}`);
  expect([repeats.line('0'), repeats.line('1000')]).toEqual(['0', undefined]);
});
