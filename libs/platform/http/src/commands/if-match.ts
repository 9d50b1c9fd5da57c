import { commandProblems } from './command.problems.js';

/**
 * The revision in `If-Match: "3"`, or in the tag `"3.Zm9vYmFy"` of a record; `undefined` for `*`, which any existing stream
 * satisfies.
 * Throws `HttpProblem` 400 `IfMatchInvalid`.
 */
export const revisionOf = (ifMatch: string): number | undefined => {
  if (ifMatch.trim() === '*') return undefined;
  const [, revision] = /^"(\d{1,15})(?:\.[\w-]{1,64})?"$/.exec(ifMatch.trim()) ?? [];
  if (revision === undefined)
    throw commandProblems.problem('IfMatchInvalid', { header: 'If-Match', expected: '"<revision>"' });
  return Number(revision);
};
