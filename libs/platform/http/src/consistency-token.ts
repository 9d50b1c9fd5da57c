import { commandProblems } from './command.problems.js';

/** Opaque to callers: sent back with a read, it makes the read see the write that it came from. */
export const encodeConsistencyToken = (position: number): string => Buffer.from(`1:${position}`).toString('base64url');

/** The log position. Throws `HttpProblem` 400 `ConsistencyTokenInvalid` for what `encodeConsistencyToken` has not made. */
export const decodeConsistencyToken = (token: string): number => {
  const [, position] = /^1:(\d{1,15})$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
  if (position === undefined || encodeConsistencyToken(Number(position)) !== token)
    throw commandProblems.problem('ConsistencyTokenInvalid', { field: 'consistencyToken' });
  return Number(position);
};
