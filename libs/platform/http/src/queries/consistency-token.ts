import { commandProblems } from '../commands/command.problems.js';

/** An opaque token of a write: a read with it sees the effect of the write. */
export const encodeConsistencyToken = (position: number): string => Buffer.from(`1:${position}`).toString('base64url');

/** The log position. Throws `HttpProblem` 400 `ConsistencyTokenInvalid` for a text that `encodeConsistencyToken` did not create. */
export const decodeConsistencyToken = (token: string): number => {
  const [, position] = /^1:(\d{1,15})$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (position === undefined || encodeConsistencyToken(Number(position)) !== token)
    throw commandProblems.problem('ConsistencyTokenInvalid', { field: 'consistencyToken' });
  return Number(position);
};
