import type { Misfit } from '@annals/command-bus';
import { Malformed } from '@annals/command-bus/forms';
import {
  CommandIdReused,
  engineFaultIn,
  HistoryIncomplete,
  NO_STREAM,
  OutcomeUnknown,
  PreconditionFailed,
  Rejection,
  ReservationsNotReady,
  RevisionConflict,
} from '@annals/event-sourcing';
import type { EngineFault, Kind, Language, RecordedEvent } from '@annals/event-sourcing';
import { HttpException } from '@nestjs/common';
import { commandProblems } from '../commands/command.problems.js';
import { HttpProblem, type HttpProblemType } from './http-problem.js';
import { requestProblems } from './http.problems.js';
import { serverProblems } from './server.problems.js';
import { ValidationFailed } from '../forms/validation-failed.js';

const { problem } = commandProblems;

/** RFC 9457. `code` is stable and for programs; `details` stay nested so that none can replace a standard member. */
export type Problem = {
  /** `urn:annals:problem:<code>`; the error catalogue, `.github/docs/errors`, has a page for each code. */
  readonly type: string;
  /** A short title in the language of the response. */
  readonly title: string;
  readonly status: number;
  /** What is wrong and what to do, in the language of the response. */
  readonly detail: string;
  readonly code: string;
  /** The id of the request in the log. */
  readonly instance?: string;
  readonly details?: object;
  readonly errors?: readonly FieldError[];
};

/** `field` is a path with dots, such as `address.city` or `lines.0.quantity`; `rule` is for programs. */
export type FieldError = { readonly field: string; readonly rule: string; readonly message: string };

/** The problem for any error. */
export const httpProblemOf = (error: unknown): HttpProblem => {
  if (error instanceof HttpProblem) return error;
  if (error instanceof Malformed) return new ValidationFailed(error.errors);
  if (error instanceof HttpException) return raised(error);
  return refused(error) ?? serverProblems.problem('Unexpected'); // details are for the log, not for the client
};

/** The problem for an error of a rule or of the event log. */
const refused = (error: unknown): HttpProblem | undefined => {
  if (error instanceof Rejection) return refusal(error);
  if (error instanceof PreconditionFailed) return problem('PreconditionFailed', conflictIn(error));
  if (error instanceof CommandIdReused) return problem('IdempotencyKeyReused');
  if (error instanceof RevisionConflict)
    return problem('RevisionConflict', { actual: error.actual }, { 'Retry-After': '1' });
  if (error instanceof ReservationsNotReady) return problem('UniqueValuesNotReady', undefined, { 'Retry-After': '5' });
  return error instanceof HistoryIncomplete ? incomplete(error) : faultOfEngine(error);
};

const faultOfEngine = (error: unknown): HttpProblem | undefined => {
  const fault = engineFaultIn(error);
  if (fault) return unavailable(fault);
  return error instanceof OutcomeUnknown ? problem('LogUnavailable', { state: 'LogAway' }, LATER) : undefined;
};

const incomplete = ({ stream, found }: HistoryIncomplete) => problem('HistoryIncomplete', { stream, found });

const LATER = { 'Retry-After': '5' };

const unavailable = ({ report: { role, state } }: EngineFault): HttpProblem =>
  role === 'log'
    ? problem('LogUnavailable', { state }, LATER)
    : serverProblems.problem('ViewsUnavailable', { state }, LATER);

/** Whether an error is a fault of the server, which is logged. */
export const isFault = ({ code }: HttpProblem): boolean => FAULTS.includes(code);

const FAULTS = ['Unexpected', 'LogUnavailable', 'ViewsUnavailable'];

export const problemOf = (error: HttpProblem, language: Language, requestId?: string): Problem => ({
  type: `urn:annals:problem:${error.code}`,
  title: error.type.title[language],
  status: error.status,
  detail: error.sentence[language],
  code: error.code,
  ...(requestId === undefined ? {} : { instance: `urn:annals:request:${requestId}` }),
  ...(error.details === undefined ? {} : { details: error.details }),
  ...(error instanceof ValidationFailed ? { errors: error.errors.map((each) => fieldError(each, language)) } : {}),
});

/** What a response with the problem looks like. */
export const exampleOf = (type: HttpProblemType): Problem => problemOf(new HttpProblem(type, type.example), 'en');

const fieldError = ({ field, rule, message }: Misfit, language: Language): FieldError => ({
  ...{ field, rule, message: message[language] },
});

/** HTTP status of a refusal by the kind of its problem. */
export const STATUS: Readonly<Record<Kind, number>> = {
  missing: 404,
  reference: 422,
  conflict: 409,
  taken: 409,
  invalid: 400,
};

const refusal = ({ problem: type, kind, details }: Rejection) =>
  new HttpProblem({ ...type, status: STATUS[kind] }, details);

const conflictIn = ({ stream, expected, actual, since }: PreconditionFailed) => ({
  stream,
  expected,
  actual: actual === NO_STREAM ? null : actual,
  since: since.map(seen),
});

// Without data: a caller who may write may not be allowed to read.
const seen = ({ type, revision, actor, recordedAt }: RecordedEvent) => ({ type, revision, actor, recordedAt });

const CODES = {
  FST_ERR_CTP_INVALID_JSON_BODY: 'MalformedJson',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'MalformedJson',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BodyTooLarge',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UnsupportedMediaType',
  FST_ERR_BAD_URL: 'MalformedUrl',
} as const;

/** An error raised by Nest or Fastify. */
const raised = (error: HttpException): HttpProblem => {
  const { code = '' } = (error.cause ?? {}) as { readonly code?: string };
  if (Object.hasOwn(CODES, code)) return requestProblems.problem(CODES[code as keyof typeof CODES]);
  if (error.getStatus() >= 500) return serverProblems.problem('Unexpected');
  return requestProblems.problem(error.getStatus() === 404 ? 'RouteNotFound' : 'BadRequest');
};
