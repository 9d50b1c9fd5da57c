import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../generated/api.js';
import { language, tagOf } from '../words/language.js';
import { ApiProblem, Unreachable } from './problem.js';

type Listener = () => void;

let latestToken: string | undefined;
const signedOutListeners = new Set<Listener>();

/** Called when the server does not know the session any more. */
export const onSignedOut = (listener: Listener): (() => void) => {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
};

/** Every later query shows the write with this token. */
export const rememberWrite = (consistencyToken: string): void => {
  latestToken = consistencyToken;
};

const positionListeners = new Set<(position: number) => void>();

/** Called with the position up to which a view has read the log, whenever one has answered. */
export const onPosition = (listener: (position: number) => void): (() => void) => {
  positionListeners.add(listener);
  return () => positionListeners.delete(listener);
};

const CREDENTIALS = '/v1/session/cookie';

const conventions: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', tagOf(language()));
    if (latestToken !== undefined && request.method === 'GET') request.headers.set('Consistency-Token', latestToken);
    return request;
  },
  onResponse({ request, response }) {
    const isSignIn = new URL(request.url).pathname.startsWith(CREDENTIALS);
    if (response.status === 401 && !isSignIn) for (const listener of signedOutListeners) listener();
    const position = response.headers.get('Annals-Position');
    if (position !== null) for (const listener of positionListeners) listener(Number(position));
    return undefined;
  },
};

/** The API, typed by its OpenAPI description. Wrap calls in `answerOf`. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  querySerializer: { array: { style: 'form', explode: true } },
});
api.use(conventions);

type Answer<Data> = { readonly data?: Data; readonly error?: unknown; readonly response: Response };

/** The body of a response. Throws `ApiProblem`, and `Unreachable` if none came. */
export const answerOf = async <Data>(call: Promise<Answer<Data>>): Promise<Data> => (await wholeAnswerOf(call)).data;

/** The same with the response, for its headers. */
export const wholeAnswerOf = async <Data>(call: Promise<Answer<Data>>): Promise<{ data: Data; response: Response }> => {
  const { data, error, response } = await call.catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new Unreachable('', { cause });
  });
  if (!response.ok) throw new ApiProblem(response.status, error ?? {});
  return { data: data as Data, response };
};

/** Calls any route, for what is known only while the console runs: lists and commands by name. */
export const call = async <Data>(method: 'GET' | 'POST', path: string, options: CallOptions = {}) => {
  const request = {
    params: { query: options.query ?? {} },
    body: options.body,
    headers: options.headers,
    signal: options.signal,
  };
  const send = api[method] as unknown as (path: string, request: object) => Promise<Answer<Data>>;
  return wholeAnswerOf(send(path, request));
};

export type CallOptions = {
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: object;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
};
