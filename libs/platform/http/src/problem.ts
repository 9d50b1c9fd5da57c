import {
  CommandIdReused,
  OutcomeUnknown,
  PreconditionFailed,
  Rejection,
  RevisionConflict,
} from '@annals/event-sourcing';
import type { RecordedEvent } from '@annals/event-sourcing';
import { HttpException } from '@nestjs/common';
import { STATUS_CODES } from 'node:http';
import { HttpProblem, ValidationFailed, type FieldError } from './http-problem.js';

/** RFC 9457. `code` is stable and for programs; `details` stay nested so that none can replace a standard member. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** Which request it was, as the log names it. */
  readonly instance?: string;
  readonly details?: object;
  readonly errors?: readonly FieldError[];
};

/** What any error looks like from outside. */
export const httpProblemOf = (error: unknown): HttpProblem => {
  if (error instanceof HttpProblem) return error;
  if (error instanceof Rejection) return new HttpProblem(statusOf(error), error.code, error.details);
  if (error instanceof PreconditionFailed) return new HttpProblem(412, 'PreconditionFailed', conflictIn(error));
  if (error instanceof CommandIdReused) return new HttpProblem(422, 'IdempotencyKeyReused');
  if (error instanceof RevisionConflict)
    return new HttpProblem(409, 'RevisionConflict', { actual: error.actual }, { 'Retry-After': '1' });
  if (error instanceof OutcomeUnknown) return new HttpProblem(503, 'LogUnavailable', undefined, { 'Retry-After': '5' });
  if (error instanceof HttpException) return new HttpProblem(error.getStatus(), codeOf(error));
  return new HttpProblem(500, 'Unexpected'); // what went wrong inside is for the log, not for the client
};

/** Whether an error is ours rather than the caller's, and so for the log. */
export const isFault = ({ code }: HttpProblem): boolean => ['Unexpected', 'LogUnavailable'].includes(code);

export const problemOf = (error: HttpProblem, requestId?: string): Problem => ({
  type: `urn:annals:problem:${error.code}`,
  title: error.code.replace(/(?<=[a-z])(?=[A-Z])/g, ' '),
  status: error.status,
  code: error.code,
  ...(requestId === undefined ? {} : { instance: `urn:annals:request:${requestId}` }),
  ...(error.details === undefined ? {} : { details: error.details }),
  ...(error instanceof ValidationFailed ? { errors: error.errors } : {}),
});

/**
 * 404 where there is nothing that a rule could be about: codes that end in `NotRegistered`, and refusals whose
 * details have the status `unknown`. 409 for every other rule.
 */
const statusOf = ({ code, details }: Rejection) =>
  code.endsWith('NotRegistered') || (details as { readonly status?: unknown }).status === 'unknown' ? 404 : 409;

const conflictIn = ({ stream, expected, since }: PreconditionFailed) => ({
  stream,
  expected,
  actual: since.at(-1)?.revision ?? expected,
  since: since.map(seen),
});

// The data stays inside: whoever may write need not be allowed to read.
const seen = ({ type, revision, actor, recordedAt }: RecordedEvent) => ({ type, revision, actor, recordedAt });

const CODES: Readonly<Record<string, string>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'MalformedJson',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'MalformedJson',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BodyTooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UnsupportedMediaType',
  FST_ERR_BAD_URL: 'MalformedUrl',
};

/** The code of an error that Nest or Fastify raised: its own or the words of its status. */
const codeOf = (error: HttpException): string => {
  const cause = (error.cause ?? {}) as { readonly code?: string };
  return CODES[cause.code ?? ''] ?? (STATUS_CODES[error.getStatus()] ?? 'Problem').replace(/[^A-Za-z]/g, '');
};
