import type { FastifyReply, FastifyRequest } from 'fastify';
import { authProblems } from './auth.problems.js';
import type { CookieCredential } from './cookie-sessions.js';

/** The cookie of a session; over HTTPS, the prefix `__Host-` keeps other hosts and unencrypted pages from setting it. */
export const SESSION_COOKIE = 'annals';
const SECURE_COOKIE = `__Host-${SESSION_COOKIE}`;

type Asked = Pick<FastifyRequest, 'headers' | 'method' | 'protocol' | 'host'>;

const isSecure = ({ protocol }: Pick<Asked, 'protocol'>) => protocol === 'https';
const nameFor = (request: Pick<Asked, 'protocol'>) => (isSecure(request) ? SECURE_COOKIE : SESSION_COOKIE);

/** The session's cookie of a request. */
export const cookieIn = (request: Pick<Asked, 'headers' | 'protocol'>): string | undefined => {
  const [name, all] = [nameFor(request), request.headers.cookie ?? ''];
  const found = all.split(';').find((each) => each.trimStart().startsWith(`${name}=`));
  return found?.slice(found.indexOf('=') + 1).trim();
};

const SAFE = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Throws `HttpProblem` 403 `CrossSiteRequest` for a request that a page of another site may have sent: browsers add cookies to
 * those, too. They say where a request comes from by `Sec-Fetch-Site` or, older ones and unencrypted pages, by `Origin`.
 */
export const refuseOtherSites = (request: Asked): void => {
  const { method, headers, host } = request;
  if (SAFE.includes(method)) return;
  const { 'sec-fetch-site': site, origin } = headers;
  const isOwn = site === undefined ? isOrigin(origin, host) : site === 'same-origin';
  if (!isOwn) throw authProblems.problem('CrossSiteRequest');
};

// A proxy may have ended the encryption, so that only the hosts are compared, without ports that go without saying.
const isOrigin = (origin: string | undefined, host: string) => {
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { protocol, host: from } = new URL(origin);
  return URL.canParse(`${protocol}//${host}`) && new URL(`${protocol}//${host}`).host === from;
};

export const sendCookie = (
  request: FastifyRequest,
  reply: FastifyReply,
  { value, seconds }: CookieCredential,
): void => {
  void reply.header('Set-Cookie', cookie(request, value, seconds));
};

/** Tells the browser to forget the cookie, if the request has one. */
export const endCookie = (request: FastifyRequest, reply: FastifyReply): void => {
  if (cookieIn(request) !== undefined) void reply.header('Set-Cookie', cookie(request, '', 0));
};

const cookie = (request: FastifyRequest, value: string, seconds: number) =>
  [
    ...[`${nameFor(request)}=${value}`, 'Path=/', `Max-Age=${seconds}`, 'HttpOnly', 'SameSite=Strict'],
    ...(isSecure(request) ? ['Secure'] : []),
  ].join('; ');
