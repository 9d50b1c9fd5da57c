import type { Handler } from './openapi.handlers.js';

type Response = { readonly description: string; readonly headers?: object; readonly content?: object };
type Responses = Readonly<Record<string, Response | { readonly $ref: string }>>;

const problem = (description: string): Response => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** Problems of any request, by the names that operations refer to. */
export const PROBLEMS: Readonly<Record<string, Response>> = {
  Invalid: problem('The form of the request is wrong; `errors` names the fields.'),
  NotAuthenticated: problem('There is no good token.'),
  NotAllowed: problem('The token is not good for this.'),
  NotFound: problem('What the path names is not there.'),
  Refused: problem('A rule said no; `code` names it.'),
  PreconditionFailed: problem('It has changed since the revision in `If-Match`; `details.since` says how.'),
  KeyReused: problem('The `Idempotency-Key` stands for another command.'),
  TooMany: problem('Too many requests; `Retry-After` says when to come again.'),
  Unavailable: problem('Not now, because of overload or a time-out; `Retry-After` says when to come again.'),
  Problem: problem('Any other problem.'),
};

const refers = (name: keyof typeof PROBLEMS) => ({ $ref: `#/components/responses/${name}` });

const text = (description: string) => ({ description, schema: { type: 'string' } });

const RECEIPT_HEADERS = {
  ETag: text('The revision of the stream.'),
  'Consistency-Token': text('Sent back with a read, it makes the read see this write.'),
};

const VIEW_HEADERS = {
  'Annals-Position': text('How far the log had been read.'),
  'Annals-Stale': text('`true` if the answer is older than the consistency token asks for.'),
};

export const responsesOf = (handler: Handler, known: ReadonlySet<string>): Responses => ({
  [`${handler.status}`]: {
    description: handler.command || handler.status === 204 ? 'Done, or done before.' : 'The answer.',
    ...headersOf(handler),
    ...(handler.status === 204 ? {} : { content: contentsOf(handler, known) }),
  },
  '400': refers('Invalid'),
  ...(handler.isPublic ? {} : { '401': refers('NotAuthenticated'), '403': refers('NotAllowed') }),
  ...(handler.command
    ? {
        ...{ '404': refers('NotFound'), '409': refers('Refused'), '412': refers('PreconditionFailed') },
        '422': refers('KeyReused'),
      }
    : {}),
  '429': refers('TooMany'),
  '503': refers('Unavailable'),
  default: refers('Problem'),
});

const headersOf = ({ command, isFresh, tellsRevision }: Handler) => {
  if (command?.route?.creates)
    return { headers: { ...RECEIPT_HEADERS, Location: text('Where it is, if it has an address of its own.') } };
  if (command) return { headers: RECEIPT_HEADERS };
  if (tellsRevision)
    return {
      headers: {
        ...VIEW_HEADERS,
        ETag: text('The revision of the record and a digest, for `If-Match` and `If-None-Match`.'),
      },
    };
  return isFresh ? { headers: VIEW_HEADERS } : {};
};

const contentsOf = (handler: Handler, known: ReadonlySet<string>) =>
  Object.fromEntries(handler.produces.map((type) => [type, contentOf(type, handler, known)]));

const contentOf = (type: string, { answer }: Handler, known: ReadonlySet<string>) => {
  if (type !== 'application/json') return { schema: { type: 'string' } };
  return { schema: answer && known.has(answer) ? { $ref: `#/components/schemas/${answer}` } : {} };
};
