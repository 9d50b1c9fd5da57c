import { type Account, type User, userOf } from './account.js';
import {
  livingSession,
  livingSessions,
  sessionAt,
  withoutSession,
  withSession,
  type SessionLife,
} from './account-sessions.js';
import type { AccountStore } from './account-store.js';
import { composed, isSecret, newId, newSecret, parts } from './secret.js';
import { entriesOf, type SessionEntry } from './session-entry.js';
import type { IssuedToken, Tokens } from './tokens.js';

/**
 * `refreshToken` can be used once, for another pair. While `mustChangePassword` holds there is none, and the token can
 * only be used to change the password.
 */
export type SessionAnswer = IssuedToken & {
  readonly refreshToken: string | null;
  readonly refreshExpiresAt: string | null;
  readonly user: User;
  readonly mustChangePassword: boolean;
};

const KIND = 'annr';

/** Sessions, which last as long as they are refreshed, within a limit. */
export class Sessions {
  constructor(
    private readonly accounts: AccountStore,
    private readonly tokens: Tokens,
    private readonly life: SessionLife,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** `user` is the user of the account, `openedFrom` the address of the caller. */
  async open({ id }: Account, user: User, openedFrom?: string): Promise<SessionAnswer> {
    const [sessionId, secret] = [newId(), newSecret()];
    const account = await this.accounts.change(id, (known) => {
      const now = this.now();
      return withSession(known!, sessionAt(now, this.life, { id: sessionId, secret }, { openedFrom }), now);
    });
    return this.answer(account, user, sessionId, secret);
  }

  /** A token for changing the password. */
  async once(account: Account, user: User): Promise<SessionAnswer> {
    const token = await this.tokens.issue(account);
    return { ...token, refreshToken: null, refreshExpiresAt: null, user, mustChangePassword: true };
  }

  /**
   * A new pair for a refresh token; `undefined` if it is invalid. Reusing a token ends its session, because it may have been
   * stolen.
   */
  async refresh(refreshToken: string, user: (own: User, since: string) => Promise<User | undefined>) {
    const { id, secret } = parts(KIND, refreshToken) ?? { id: '', secret: '' };
    const holder = await this.accounts.byCredential(id);
    const shown = holder && (await user(userOf(holder), openingOf(holder, id)));
    if (!shown) return undefined;
    const next = newSecret();
    let rotated = false;
    const account = await this.accounts.change(holder.id, (known) => {
      const now = this.now();
      const session = livingSession(known!, id, now);
      if (session?.cookie) return known!; // a cookie is not exchanged for tokens
      rotated = session !== undefined && isSecret(secret, session.hash);
      const refreshed = { ...session, refreshedAt: now.toISOString() };
      return rotated
        ? withSession(known!, sessionAt(now, this.life, { id, secret: next }, refreshed), now)
        : withoutSession(known!, id, now);
    });
    return rotated ? this.answer(account, shown, id, next) : undefined;
  }

  /** Ends one session of an account, or all. */
  async end(accountId: string, sessionId?: string): Promise<void> {
    await this.accounts.change(accountId, (known) =>
      sessionId === undefined ? { ...known!, sessions: [] } : withoutSession(known!, sessionId, this.now()),
    );
  }

  /** The account and session of a token, and since when it is open; `undefined` if the token is invalid. */
  async holder(token: string) {
    const claims = await this.tokens.claims(token);
    if (!claims) return undefined;
    const { id, session, generation } = claims;
    const account = await (session === undefined ? this.accounts.byId(id) : this.accounts.byCredential(session));
    if (account?.id !== id || account.generation !== generation) return undefined;
    return session === undefined ? { account, session, since: undefined } : this.living(account, session);
  }

  private living(account: Account, session: string) {
    const found = livingSession(account, session, this.now());
    return found && { account, session, since: found.openedAt ?? '' };
  }

  /** Those of an account that go on, newest first. */
  async list(accountId: string, current: string | undefined): Promise<readonly SessionEntry[]> {
    const account = await this.accounts.byId(accountId);
    return entriesOf(account ? livingSessions(account, this.now()) : [], current);
  }

  private async answer(account: Account, user: User, session: string, secret: string): Promise<SessionAnswer> {
    const token = await this.tokens.issue({ ...account, session });
    return {
      ...token,
      refreshToken: composed(KIND, session, secret),
      refreshExpiresAt: account.sessions!.find(({ id }) => id === session)!.expiresAt,
      user,
      mustChangePassword: false,
    };
  }
}

const openingOf = ({ sessions = [] }: Account, sessionId: string) =>
  sessions.find(({ id }) => id === sessionId)?.openedAt ?? '';
