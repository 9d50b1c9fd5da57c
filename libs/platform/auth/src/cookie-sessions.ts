import type { Account, Session, User } from './account.js';
import type { AccountStore } from './account-store.js';
import { livingSession, sessionAt, withSession, type SessionLife } from './account-sessions.js';
import { composed, isSecret, newId, newSecret, parts } from './secret.js';
import type { Tokens } from './tokens.js';

const KIND = 'annc';
const DAY = 24 * 60 * 60_000; // ms

/** The value of a cookie, and how many seconds the browser keeps it. */
export type CookieCredential = { readonly value: string; readonly seconds: number; readonly user: User };

/**
 * Sessions of browsers. The cookie is the same for as long as the session lasts: it is out of reach of scripts, and several
 * pages may use it at once. A session ends as one with tokens does; using it counts as refreshing, once a day.
 */
export class CookieSessions {
  constructor(
    private readonly accounts: AccountStore,
    private readonly tokens: Tokens,
    private readonly life: SessionLife,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** `openedFrom` is the address of the caller. */
  async open({ id }: Account, user: User, openedFrom: string): Promise<CookieCredential> {
    const session = { id: newId(), secret: newSecret() };
    await this.accounts.change(id, (known) => {
      const now = this.now();
      return withSession(known!, sessionAt(now, this.life, session, { openedFrom, cookie: true }), now);
    });
    return { value: composed(KIND, session.id, session.secret), seconds: this.life.most * (DAY / 1000), user };
  }

  /** For changing a one-time password only. */
  async once(account: Account, user: User): Promise<CookieCredential> {
    const { token, expiresAt } = await this.tokens.issue(account);
    return { value: token, seconds: Math.floor((Date.parse(expiresAt) - this.now().getTime()) / 1000), user };
  }

  /** The account and session of a cookie, and since when it is open; `undefined` if the cookie is invalid. */
  async holder(value: string) {
    const { id, secret } = parts(KIND, value) ?? { id: '', secret: '' };
    const account = id === '' ? undefined : await this.accounts.byCredential(id);
    const session = account && livingSession(account, id, this.now());
    if (!session?.cookie || !isSecret(secret, session.hash)) return undefined;
    await this.goOn(account!, session, secret);
    return { account: account!, session: id, since: session.openedAt ?? '' };
  }

  private async goOn({ id }: Account, session: Session, secret: string) {
    const now = this.now();
    const next = sessionAt(now, this.life, { id: session.id, secret }, { ...session, refreshedAt: now.toISOString() });
    if (Date.parse(next.expiresAt) - Date.parse(session.expiresAt) < DAY) return;
    await this.accounts.change(id, (known) =>
      livingSession(known!, session.id, now) ? withSession(known!, next, now) : known!,
    );
  }
}
