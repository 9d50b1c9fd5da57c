import { withNewId, withTime, type AnyCommand, type AnyCommandClass } from '@annals/command-bus';
import { commandFrom, Malformed } from '@annals/command-bus/forms';
import type { Days, Origin } from '@annals/event-sourcing';
import type { FastifyRequest } from 'fastify';
import { randomUUIDv7 } from 'node:crypto';
import { v5 } from 'uuid';
import { ANONYMOUS, type Caller } from './caller.js';
import { requestedIn, type RequestedCommand } from './command-gate.js';
import { requestProblems } from '../problems/http.problems.js';
import { languageOf } from '../server/language.js';
import { revisionOf } from './if-match.js';
import { fingerprintOf } from './fingerprint.js';
import { callersOrigin, type Claims } from './origin.js';
import type { Sender } from './receipt-notes.js';

/**
 * `user` is set by the authenticating guard, `command` and `created` when the command is parsed,
 * `madeUp` as well if the server has made up the id that is created, `traceparent` by a tracer
 * of the request; otherwise the header of the caller is used.
 */
export type CommandRequest = FastifyRequest & {
  readonly user?: Caller;
  /** The calendar of the company. */
  readonly days: Days;
  command?: AnyCommand;
  created?: string;
  madeUp?: string;
  traceparent?: string;
};

const IDS = '0193a5c2-7e1b-7c4f-9d38-52b6f0a4c1e8'; // the namespace of ids derived from an Idempotency-Key

type Fields = Readonly<Record<string, unknown>>;

/**
 * Body, path and headers as one command, parsed once, so that the authorised command is the one carried out. A missing id
 * of a new record is derived from the Idempotency-Key. Throws `Malformed`, and `HttpProblem` 400 `BodyNotAnObject` or for a
 * header.
 */
export const commandIn = (request: CommandRequest, form: AnyCommandClass): AnyCommand =>
  (request.command ??= parse(request, form));

/** The target of a possibly invalid request, which is authorised first, so that validation errors reveal no records. */
export const requestedBy = (request: CommandRequest, form: AnyCommandClass): RequestedCommand => {
  try {
    return requestedIn(commandIn(request, form));
  } catch (error) {
    if (!(error instanceof Malformed)) throw error;
    const fields = { ...bodyOf(request), ...(request.params as object) };
    return { ...requestedIn(new form(fields as never, {} as Origin)), fields, malformed: true };
  }
};

const parse = (request: CommandRequest, form: AnyCommandClass): AnyCommand => {
  const body = bodyOf(request);
  const sent: Fields = { ...body, ...created(request, body, form.route?.creates), ...(request.params as object) };
  const { fields, time } = withTime(sent, request.days);
  const by = origin(request, { ...time, reason: fields['reason'] }, () => fingerprintOf(form.type, sent));
  const command = commandFrom({ ...fields, ...precondition(request, form) }, form, by);
  return request.madeUp === undefined ? command : withNewId(command, request.madeUp);
};

const bodyOf = ({ body }: CommandRequest): Fields => {
  if (body === undefined) return {};
  if (typeof body !== 'object' || body === null || Array.isArray(body))
    throw requestProblems.problem('BodyNotAnObject');
  return body as Fields;
};

export const senderOf = ({ user = ANONYMOUS, headers }: CommandRequest): Sender => ({
  caller: user,
  language: languageOf(headers['accept-language']),
});

const actorOf = ({ user }: CommandRequest) => user?.id ?? 'anonymous';

/** The trace of a request. */
export const traceOf = ({ traceparent, headers }: CommandRequest): unknown => traceparent ?? headers['traceparent'];

const origin = (request: CommandRequest, said: Claims, fingerprint: () => string) => {
  const { 'idempotency-key': commandId, 'x-correlation-id': correlationId } = request.headers;
  const claims = { ...said, commandId, correlationId, traceparent: traceOf(request) };
  return callersOrigin(claims, actorOf(request), fingerprint);
};

const precondition = ({ headers }: CommandRequest, { route }: AnyCommandClass) => {
  const ifMatch = headers['if-match'];
  const expectedRevision =
    ifMatch === undefined ? undefined : revisionOf(ifMatch, { second: route?.compares !== undefined });
  return expectedRevision === undefined ? {} : { expectedRevision };
};

const created = (request: CommandRequest, body: Fields, field?: string) => {
  if (field === undefined) return {};
  const id = body[field] ?? derived(request) ?? (request.madeUp = randomUUIDv7());
  request.created = `${id as string}`;
  return { [field]: id };
};

const derived = (request: CommandRequest) => {
  const { method, url } = request.routeOptions;
  const key = request.headers['idempotency-key'];
  return key === undefined ? undefined : v5(JSON.stringify([actorOf(request), key, method, url]), IDS);
};
