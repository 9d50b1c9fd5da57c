import { type Account, type Session, type User, userOf } from './account.js';
import type { AccountStore } from './account-store.js';
import { composed, hashOf, isSecret, newId, newSecret, parts } from './secret.js';
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

const MOST = 20; // sessions of an account; the least recently refreshed one is removed
const DAY = 24 * 60 * 60_000; // ms
const KIND = 'annr';

/** How long a session lasts without a refresh, and with refreshes at most; both in days. */
export type SessionLife = { readonly idle: number; readonly most: number };

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
    const account = await this.accounts.change(id, (known) =>
      this.with(known!, this.session(sessionId, secret, { openedFrom })),
    );
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
      const session = this.living(known!).find((each) => each.id === id);
      rotated = session !== undefined && isSecret(secret, session.hash);
      return rotated
        ? this.with(known!, this.session(id, next, { ...session, refreshedAt: this.now().toISOString() }))
        : this.without(known!, id);
    });
    return rotated ? this.answer(account, shown, id, next) : undefined;
  }

  /** Ends one session of an account, or all. */
  async end(accountId: string, sessionId?: string): Promise<void> {
    await this.accounts.change(accountId, (known) =>
      sessionId === undefined ? { ...known!, sessions: [] } : this.without(known!, sessionId),
    );
  }

  /** The account and session of a token, and since when it is open; `undefined` if the token is invalid. */
  async holder(token: string) {
    const claims = await this.tokens.claims(token);
    if (!claims) return undefined;
    const { id, session, generation } = claims;
    const account = await (session === undefined ? this.accounts.byId(id) : this.accounts.byCredential(session));
    if (account?.id !== id || account.generation !== generation) return undefined;
    if (session === undefined) return { account, session, since: undefined };
    return this.has(account, session) ? { account, session, since: openingOf(account, session) } : undefined;
  }

  /** Those of an account that go on, newest first. */
  async list(accountId: string, current: string | undefined): Promise<readonly SessionEntry[]> {
    const account = await this.accounts.byId(accountId);
    return entriesOf(account ? this.living(account) : [], current);
  }

  private session(id: string, secret: string, known: Partial<Session> = {}): Session {
    const { openedAt = this.now().toISOString(), refreshedAt, openedFrom } = known;
    const { idle, most } = this.life;
    const ends = Math.min(this.now().getTime() + idle * DAY, Date.parse(openedAt) + most * DAY);
    return {
      ...{ id, hash: hashOf(secret), openedAt, expiresAt: new Date(ends).toISOString() },
      ...(refreshedAt !== undefined && { refreshedAt }),
      ...(openedFrom !== undefined && { openedFrom }),
    };
  }

  private living({ sessions = [] }: Account): readonly Session[] {
    return sessions.filter((session) => this.lives(session));
  }

  private has({ sessions = [] }: Account, sessionId: string): boolean {
    return sessions.some((session) => session.id === sessionId && this.lives(session));
  }

  private lives({ expiresAt }: Session): boolean {
    return new Date(expiresAt) > this.now();
  }

  private without(account: Account, sessionId: string): Account {
    return { ...account, sessions: this.living(account).filter(({ id }) => id !== sessionId) };
  }

  private with(account: Account, session: Session): Account {
    return { ...account, sessions: [...this.without(account, session.id).sessions!, session].slice(-MOST) };
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
