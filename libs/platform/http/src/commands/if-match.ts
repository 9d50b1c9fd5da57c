import { commandProblems } from './command.problems.js';

/**
 * The revision in `If-Match: "3"`, or in the tag `"3.Zm9vYmFy"` of a record; with `second`, the second one in the tag
 * `"3.7.Zm9vYmFy"` of a record of two streams. `undefined` for `*`, which any existing stream satisfies.
 * Throws `HttpProblem` 400 `IfMatchInvalid`.
 */
export const revisionOf = (ifMatch: string, { second = false } = {}): number | undefined => {
  if (ifMatch.trim() === '*') return undefined;
  const [, first, other] = TAG.exec(ifMatch.trim()) ?? [];
  const revision = second ? (other ?? first) : first;
  if (revision === undefined)
    throw commandProblems.problem('IfMatchInvalid', { header: 'If-Match', expected: '"<revision>"' });
  return Number(revision);
};

// -1 stands for a stream without events.
const TAG = /^"(-1|\d{1,15})(?:\.(-1|\d{1,15}))?(?:\.[\w-]{1,64})?"$/;
