import type { SentOrigin } from '@annals/event-sourcing';
import { randomUUID } from 'node:crypto';
import { v5 } from 'uuid';
import { commandProblems } from './command.problems.js';
import { traceparentIn } from '../server/traceparent.js';

const COMMANDS = '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e9'; // the namespace of command ids derived from a key of a caller

/** Claims of a caller about the origin of a command. */
export type Claims = {
  readonly commandId?: unknown;
  readonly correlationId?: unknown;
  readonly occurredAt?: unknown;
  readonly dayEnds?: string | undefined;
  readonly reason?: unknown;
  readonly traceparent?: unknown;
};

/**
 * The origin from the claims of a caller. Keys are separate per caller, and each identifies one request, whose
 * `fingerprint` is computed if there is a key. The key is also the correlation id, unless the caller sends another.
 * Throws as `originOf` does.
 */
export const callersOrigin = (claims: Claims, actor: string, fingerprint: () => string): SentOrigin => {
  const origin = originOf(claims, actor);
  if (claims.commandId === undefined) return origin;
  const commandId = v5(JSON.stringify([actor, origin.commandId]), COMMANDS);
  return { ...origin, commandId, causationId: commandId, fingerprint: fingerprint() };
};

/** The origin of a command whose id is already determined. Throws `HttpProblem` 400 `IdempotencyKeyInvalid` or `CorrelationIdInvalid`. */
export const originOf = (
  { commandId, correlationId, occurredAt, dayEnds, reason, traceparent }: Claims,
  actor: string,
): SentOrigin => {
  const key = commandId === undefined ? randomUUID() : keyOf(commandId, 'IdempotencyKeyInvalid');
  const trace = traceparentIn(traceparent);
  return {
    commandId: key,
    actor,
    occurredAt: instantOf(occurredAt),
    ...(dayEnds === undefined ? {} : { dayEnds }),
    ...(typeof reason === 'string' ? { reason } : {}),
    correlationId: correlationId === undefined ? key : keyOf(correlationId, 'CorrelationIdInvalid'),
    causationId: key,
    source: 'http',
    ...(trace === undefined ? {} : { traceparent: trace }),
  };
};

const keyOf = (value: unknown, code: 'IdempotencyKeyInvalid' | 'CorrelationIdInvalid'): string => {
  if (isKey(value)) return value;
  throw commandProblems.problem(code, { expected: '1 to 200 visible ASCII characters' });
};

/** Throws `HttpProblem` 400 `IdempotencyKeyInvalid`. */
export const expectKey = (idempotencyKey: unknown): void => void keyOf(idempotencyKey, 'IdempotencyKeyInvalid');

export const isKey = (value: unknown): value is string =>
  typeof value === 'string' && /^[\x21-\x7e]{1,200}$/.test(value);

// An invalid time is refused when the command is validated.
const instantOf = (occurredAt: unknown): string => {
  const given = new Date(typeof occurredAt === 'string' ? occurredAt : Number.NaN);
  return (Number.isNaN(given.getTime()) ? new Date() : given).toISOString();
};
