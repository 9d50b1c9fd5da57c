import type { FastifyRequest } from 'fastify';
import type { IncomingHttpHeaders } from 'node:http';
import { type Account, type User, userOf } from './account.js';
import { looksLikeKey, type ApiKeys } from './api-keys.js';
import type { CookieSessions } from './cookie-sessions.js';
import type { OidcTokens } from './oidc.js';
import { cookieIn } from './session-cookie.js';
import type { Sessions } from './sessions.js';
import type { Users } from './users.js';

/** An authenticated caller. */
export type Identity = {
  readonly user: User;
  /** Key of the rate limit. */
  readonly caller: string;
  /** Whether the password must be changed first. */
  readonly oneTime: boolean;
  /** The session, if there is one. */
  readonly session?: string | undefined;
};

/** What credentials are looked up in. */
export type KnownCredentials = {
  readonly sessions: Sessions;
  readonly cookies: CookieSessions;
  readonly apiKeys: ApiKeys;
  readonly users: Users;
  readonly oidc?: OidcTokens | undefined;
};

type Asked = Pick<FastifyRequest, 'headers' | 'protocol'>;

/** Identifies the caller by the headers of a request: a token, a key, a token of the trusted issuer, or the cookie of a session. */
export class Authenticator {
  constructor(private readonly known: KnownCredentials) {}

  /** `undefined` if the credential is invalid. */
  async identify(request: Asked): Promise<Identity | undefined> {
    const cookie = cookieOf(request);
    if (cookie !== undefined) return this.byCookie(cookie);
    const credential = credentialIn(request.headers);
    if (credential === undefined) return undefined;
    if (looksLikeKey(credential)) return this.byKey(credential);
    return this.known.oidc?.claims(credential) ? this.byIssuer(credential, this.known.oidc) : this.byToken(credential);
  }

  private async byKey(key: string): Promise<Identity | undefined> {
    const holder = await this.known.apiKeys.holder(key);
    const right = { caller: `key:${key.split('_')[1]}`, oneTime: false };
    return holder && this.identity(userOf(holder.account), right, holder.issuedAt);
  }

  private async byIssuer(token: string, oidc: OidcTokens): Promise<Identity | undefined> {
    const holder = await oidc.holder(token);
    return holder && this.identity(holder.user, { caller: `user:${holder.user.id}`, oneTime: false }, holder.since);
  }

  private async byToken(token: string): Promise<Identity | undefined> {
    const holder = await this.known.sessions.holder(token);
    return holder && this.bySession(holder);
  }

  /** Before the password is changed, the cookie is a token. */
  private async byCookie(cookie: string): Promise<Identity | undefined> {
    const holder = (await this.known.cookies.holder(cookie)) ?? (await this.known.sessions.holder(cookie));
    return holder && this.bySession(holder);
  }

  private bySession({ account, session, since }: NonNullable<Awaited<ReturnType<Sessions['holder']>>>) {
    return this.identity(userOf(account), { ...rightOf(account), session }, since);
  }

  private async identity(given: User, right: Omit<Identity, 'user'>, since?: string): Promise<Identity | undefined> {
    const user = await this.known.users.current(given, since);
    return user && { user, ...right };
  }
}

const rightOf = ({ id, oneTime }: Account) => ({ caller: `user:${id}`, oneTime });

const credentialIn = ({ authorization, 'x-api-key': key }: IncomingHttpHeaders): string | undefined =>
  /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1] ?? (typeof key === 'string' ? key : undefined);

/** The cookie by which a request is signed in: one that names a credential is not, not even if the credential is invalid. */
export const cookieOf = (request: Asked): string | undefined => {
  const { authorization, 'x-api-key': key } = request.headers;
  return authorization === undefined && key === undefined ? cookieIn(request) : undefined;
};
