import type { HttpProblemType } from '../problems/http-problem.js';
import { exampleOf } from '../problems/problem.js';
import type { Handler } from './openapi.handlers.js';

type Response = { readonly description: string; readonly headers?: object; readonly content?: object };
type Responses = Readonly<Record<string, Response | { readonly $ref: string }>>;

const refers = (kind: 'headers' | 'responses' | 'examples', name: string) => ({ $ref: `#/components/${kind}/${name}` });

const text = (description: string) => ({ description, schema: { type: 'string' } });

/** Headers of responses, by the names that responses refer to. */
export const HEADERS = {
  RateLimit: text('The requests that are left in the current minute: `"requests";r=41;t=30`.'),
  'RateLimit-Policy': text('The requests that are allowed in a minute: `"requests";q=600;w=60`.'),
  'Retry-After': {
    description: 'Seconds until the request can succeed.',
    schema: { type: 'integer', format: 'int64', minimum: 0 },
  },
  ETag: text(
    'Of a command the revision of its record, `"3"`; of one record that is read, the revision and a digest of the response; of other reads a digest, `W/"…"`. For `If-Match` and `If-None-Match`.',
  ),
  'Consistency-Token': text('Sent with a read, it makes the read show this write.'),
  'Annals-Position': text('The position up to which the log had been read.'),
  'Annals-Stale': text('`true` if the response is older than the consistency token asks for.'),
  'Annals-Incomplete': text(
    'Streams of the record, or of the records of a list and their customers, whose events are missing or cannot be read, so that it shows less than happened: `deal-d-1=gap`; at most 20.',
  ),
  Location: text('The address of the new record, if it has one.'),
  Deprecation: text(
    'Since when the operation, or a field that the request had, is deprecated: `@` and seconds since 1970 (RFC 9745).',
  ),
  Sunset: text('When the operation or the field will be removed (RFC 8594).'),
  Link: text('The operation to use instead: `<…>; rel="successor-version"`.'),
} as const;

const headers = (...names: readonly (keyof typeof HEADERS)[]) =>
  names.length === 0
    ? {}
    : {
        headers: Object.fromEntries(names.map((name) => [name, refers('headers', name)])),
      };

const LIMITS = ['RateLimit', 'RateLimit-Policy'] as const;

/** `code` is that of its example. */
const problem = (code: string, description: string, ...names: readonly (keyof typeof HEADERS)[]): Declared => ({
  code,
  response: { description, ...headers(...names) },
});

type Declared = { readonly code: string; readonly response: Response };

/** Problems of any request, by the names that operations refer to. */
const PROBLEMS: Readonly<Record<string, Declared>> = {
  Invalid: problem('ValidationFailed', 'The request is not valid; `errors` names the fields.'),
  NotAuthenticated: problem('NotAuthenticated', 'The token or key is missing or not valid.'),
  NotAllowed: problem('NotAllowed', 'The caller does not have the right.'),
  NotFound: problem('RouteNotFound', 'The path names a record that does not exist, or that the caller cannot see.'),
  Refused: problem('RevisionConflict', 'A rule refuses the command; `code` names it.', 'Retry-After'),
  PreconditionFailed: problem(
    'PreconditionFailed',
    'The record has changed since the revision in `If-Match`; `details.since` has the changes.',
  ),
  NotJson: problem('UnsupportedCharset', 'The body is not JSON in UTF-8.'),
  KeyReused: problem('IdempotencyKeyReused', 'The `Idempotency-Key` was used for another command.'),
  TooMany: problem('TooManyRequests', 'Too many requests.', 'Retry-After', ...LIMITS),
  Unavailable: problem('LogUnavailable', 'Overloaded, or a store does not respond.', 'Retry-After'),
  Problem: problem('Unexpected', 'Any other problem.'),
};

/** The responses to which operations refer, with examples of those problems that are known. */
export const problemResponses = (problems: readonly HttpProblemType[]): Readonly<Record<string, Response>> => {
  const known = new Map(problems.map((type) => [type.code, type]));
  const contentOf = (code: string) => {
    const type = known.get(code);
    const examples = type && { [code]: { value: exampleOf(type) } };
    return { schema: { $ref: '#/components/schemas/Problem' }, ...(examples && { examples }) };
  };
  return Object.fromEntries(
    Object.entries(PROBLEMS).map(([name, { code, response }]) => [
      name,
      { ...response, content: { 'application/problem+json': contentOf(code) } },
    ]),
  );
};

const reply = (name: keyof typeof PROBLEMS) => refers('responses', name);

export const responsesOf = (path: string, handler: Handler, known: ReadonlySet<string>): Responses => ({
  [`${handler.status}`]: {
    description: handler.command || handler.status === 204 ? 'Done, or done before.' : 'The response.',
    ...headers(...headersOf(handler)),
    ...(handler.status === 204 ? {} : { content: contentsOf(handler, known) }),
  },
  ...(handler.isConditional ? { '304': NOT_CHANGED } : {}),
  ...problemsOf(path, handler),
});

const NOT_CHANGED = {
  description: 'The response would be the one that `If-None-Match` names, to the last byte.',
  ...headers('ETag'),
};

const problemsOf = (path: string, { command, isPublic, takesKey }: Handler): Responses => ({
  '400': reply('Invalid'),
  ...(isPublic ? {} : { '401': reply('NotAuthenticated'), '403': reply('NotAllowed') }),
  ...(command || path.includes('{') ? { '404': reply('NotFound') } : {}),
  ...(command ? COMMAND_PROBLEMS : {}),
  ...(takesKey ? { '422': reply('KeyReused') } : {}),
  ...{ '429': reply('TooMany'), '503': reply('Unavailable'), default: reply('Problem') },
});

const COMMAND_PROBLEMS: Responses = {
  ...{ '409': reply('Refused'), '412': reply('PreconditionFailed') },
  ...{ '415': reply('NotJson'), '422': reply('KeyReused') },
};

type Names = readonly (keyof typeof HEADERS)[];

const headersOf = (handler: Handler): Names => [
  ...chosen(!handler.isPublic, LIMITS),
  ...chosen(handler.command !== undefined, ['ETag', 'Consistency-Token']),
  ...chosen(handler.command?.route?.creates !== undefined, ['Location']),
  ...chosen(handler.isConditional, ['ETag']),
  ...chosen(handler.isFresh, ['Annals-Position', 'Annals-Stale', 'Annals-Incomplete']),
  ...chosen(handler.deprecation !== undefined || handler.command !== undefined, ['Deprecation', 'Sunset']),
  ...chosen(handler.deprecation !== undefined, ['Link']),
];

const chosen = (isSent: boolean, names: Names): Names => (isSent ? names : []);

const contentsOf = (handler: Handler, known: ReadonlySet<string>) =>
  Object.fromEntries(handler.produces.map((type) => [type, contentOf(type, handler, known)]));

const contentOf = (type: string, { answer }: Handler, known: ReadonlySet<string>) => {
  if (type !== 'application/json') return { schema: { type: 'string' } };
  if (!answer || !known.has(answer)) return { schema: {} };
  return { schema: { $ref: `#/components/schemas/${answer}` }, examples: { [answer]: refers('examples', answer) } };
};
