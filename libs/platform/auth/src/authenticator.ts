import type { IncomingHttpHeaders } from 'node:http';
import { type Account, type User, userOf } from './account.js';
import { looksLikeKey, type ApiKeys } from './api-keys.js';
import type { OidcTokens } from './oidc.js';
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

/** Identifies the caller by the headers of a request: a token, a key, or a token of the trusted issuer. */
export class Authenticator {
  constructor(
    private readonly sessions: Sessions,
    private readonly apiKeys: ApiKeys,
    private readonly users: Users,
    private readonly oidc?: OidcTokens,
  ) {}

  /** `undefined` if the credential is invalid. */
  async identify(headers: IncomingHttpHeaders): Promise<Identity | undefined> {
    const credential = credentialIn(headers);
    if (credential === undefined) return undefined;
    if (looksLikeKey(credential)) return this.byKey(credential);
    return this.oidc?.claims(credential) ? this.byIssuer(credential, this.oidc) : this.byToken(credential);
  }

  private async byKey(key: string): Promise<Identity | undefined> {
    const holder = await this.apiKeys.holder(key);
    const right = { caller: `key:${key.split('_')[1]}`, oneTime: false };
    return holder && this.known(userOf(holder.account), right, holder.issuedAt);
  }

  private async byIssuer(token: string, oidc: OidcTokens): Promise<Identity | undefined> {
    const holder = await oidc.holder(token);
    return holder && this.known(holder.user, { caller: `user:${holder.user.id}`, oneTime: false }, holder.since);
  }

  private async byToken(token: string): Promise<Identity | undefined> {
    const holder = await this.sessions.holder(token);
    if (!holder) return undefined;
    const { account, session, since } = holder;
    return this.known(userOf(account), { ...rightOf(account), session }, since);
  }

  private async known(given: User, right: Omit<Identity, 'user'>, since?: string): Promise<Identity | undefined> {
    const user = await this.users.current(given, since);
    return user && { user, ...right };
  }
}

const rightOf = ({ id, oneTime }: Account) => ({ caller: `user:${id}`, oneTime });

const credentialIn = ({ authorization, 'x-api-key': key }: IncomingHttpHeaders): string | undefined =>
  /^Bearer ([\w.~+/-]+=*)$/i.exec(authorization ?? '')?.[1] ?? (typeof key === 'string' ? key : undefined);
