import { commandProblems } from './command.problems.js';

/**
 * The revision in `If-Match: "3"`; `undefined` for `*`, which any existing stream satisfies.
 * Throws `HttpProblem` 400 `IfMatchInvalid`.
 */
export const revisionOf = (ifMatch: string): number | undefined => {
  if (ifMatch.trim() === '*') return undefined;
  const [, revision] = /^"(\d{1,15})"$/.exec(ifMatch.trim()) ?? [];
  if (revision === undefined)
    throw commandProblems.problem('IfMatchInvalid', { header: 'If-Match', expected: '"<revision>"' });
  return Number(revision);
};
