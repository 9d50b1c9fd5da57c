import { revisionOf } from './if-match.js';

it.each([
  ['"3"', 3, 3],
  ['"-1"', -1, -1],
  ['"3.Zm9vYmFy-_mFyZm9vYmFyZg"', 3, 3],
  ['"3.7.Zm9vYmFy-_mFyZm9vYmFyZg"', 3, 7],
  ['"3.-1.Zm9vYmFy-_mFyZm9vYmFyZg"', 3, -1],
  ['*', undefined, undefined],
])('reads the revisions in %s', (ifMatch, first, second) => {
  expect(revisionOf(ifMatch)).toBe(first);
  expect(revisionOf(ifMatch, { second: true })).toBe(second);
});
