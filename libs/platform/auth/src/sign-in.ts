import { Logger } from '@nestjs/common';
import { type Account, type User, userOf } from './account.js';
import type { AccountStore } from './account-store.js';
import { authProblems } from './auth.problems.js';
import type { BreachedPasswords } from './breached-passwords.js';
import type { CookieCredential, CookieSessions } from './cookie-sessions.js';
import { Lockout, type Attempt } from './lockout.js';
import { type Cost, hashOfNobody, hasPasswordsWaiting, hashPassword, isPassword } from './password.js';
import { weaknessOf } from './password-strength.js';
import { sessionProblems } from './session.problems.js';
import type { SessionAnswer, Sessions } from './sessions.js';
import type { Users } from './users.js';

export type SignInOptions = {
  readonly accounts: AccountStore;
  readonly sessions: Sessions;
  readonly cookies: CookieSessions;
  readonly users: Users;
  readonly now?: (() => Date) | undefined;
  readonly cost?: Cost | undefined;
  readonly breached?: BreachedPasswords | undefined;
};

export type PasswordChange = { readonly current: string; readonly next: string };

/** `oneTime`: the cookie is for changing the password only. */
export type CookieAnswer = CookieCredential & { readonly oneTime: boolean };

type Proved = { readonly account: Account; readonly user: User };

type Opening<Answer> = {
  open(account: Account, user: User, openedFrom: string): Promise<Answer>;
  once(account: Account, user: User): Promise<Answer>;
};

/** Local accounts: name and password for a session. */
export class SignIn {
  private readonly log = new Logger(SignIn.name);
  private readonly now: () => Date;
  private readonly lockout: Lockout;
  /** A hash for unknown names, so that they take as long as known ones. */
  private readonly nobody: string;

  constructor(private readonly options: SignInOptions) {
    this.now = options.now ?? (() => new Date());
    this.lockout = new Lockout(this.now);
    this.nobody = hashOfNobody(options.cost);
  }

  /** `address` is the key of the caller's address. Throws `HttpProblem` 401 `WrongNameOrPassword` or `OneTimePasswordExpired`, 403 `UserDeactivated`, 429 `TooManyAttempts` or `SignInBusy`. */
  async signIn(name: string, password: string, address: string): Promise<SessionAnswer> {
    return this.opened(this.options.sessions, await this.proved(name, password, address), address);
  }

  /** The same for a browser. */
  async signInByCookie(name: string, password: string, address: string): Promise<CookieAnswer> {
    const proved = await this.proved(name, password, address);
    return { ...(await this.opened(this.options.cookies, proved, address)), oneTime: proved.account.oneTime };
  }

  /** Ends all other sessions. Throws as `signIn` does, and `HttpProblem` 409 `PasswordNotNew`, 422 `PasswordWeak`. */
  async changePassword(userId: string, change: PasswordChange, address: string): Promise<SessionAnswer> {
    return this.opened(this.options.sessions, await this.changed(userId, change, address), address);
  }

  /** The same for a browser. */
  async changePasswordByCookie(userId: string, change: PasswordChange, address: string): Promise<CookieCredential> {
    return this.opened(this.options.cookies, await this.changed(userId, change, address), address);
  }

  private async proved(name: string, password: string, address: string): Promise<Proved> {
    const account = await this.checked(name, password, address);
    const user = await this.admitted(account);
    this.log.log(`${account.id} has signed in at ${withoutKind(address)}.`);
    return { account, user };
  }

  private opened<Answer>(sessions: Opening<Answer>, { account, user }: Proved, address: string): Promise<Answer> {
    return account.oneTime ? sessions.once(account, user) : sessions.open(account, user, withoutKind(address));
  }

  private async changed(userId: string, { current, next }: PasswordChange, address: string): Promise<Proved> {
    const own = await this.options.accounts.byId(userId);
    const account = await this.checked(own?.name ?? userId, current, address);
    const user = await this.admitted(account);
    if (current === next) throw authProblems.problem('PasswordNotNew');
    const weakness = (await weaknessOf(next, [account.name, userId])) ?? (await this.breach(next));
    if (weakness) throw authProblems.problem('PasswordWeak', { field: 'newPassword', weakness });
    const password = await hashPassword(next, this.options.cost);
    const changed = await this.options.accounts.change(account.id, (known) => {
      // The password was changed concurrently.
      if (known?.generation !== account.generation) throw authProblems.problem('WrongNameOrPassword');
      return { ...known, password, oneTime: false, generation: known.generation + 1, sessions: [] };
    });
    this.log.log(`${account.id} has changed the password at ${withoutKind(address)}.`);
    return { account: changed, user };
  }

  /** Throws `HttpProblem` 401 `RefreshTokenNotGood`. */
  async refresh(refreshToken: string): Promise<SessionAnswer> {
    const { sessions, users } = this.options;
    const answer = await sessions.refresh(refreshToken, (own, since) => users.current(own, since));
    if (!answer) throw sessionProblems.problem('RefreshTokenNotGood');
    return answer;
  }

  private async breach(password: string): Promise<'breached' | undefined> {
    return (await this.options.breached?.has(password)) ? 'breached' : undefined;
  }

  private async admitted(account: Account): Promise<User> {
    const user = await this.options.users.current(userOf(account));
    if (!user) throw authProblems.problem('UserDeactivated');
    return user;
  }

  private async checked(name: string, password: string, address: string): Promise<Account> {
    const account = await this.options.accounts.byName(name);
    const attempt = { name, address, generation: account?.generation };
    this.count(attempt); // before the check; otherwise many concurrent attempts would pass
    const right = await isPassword(password, account?.password ?? this.nobody);
    if (!account?.password || !right) throw authProblems.problem('WrongNameOrPassword');
    this.lockout.succeeded(attempt);
    if (isOver(account, this.now())) throw authProblems.problem('OneTimePasswordExpired');
    return account;
  }

  private count(attempt: Attempt) {
    if (hasPasswordsWaiting()) throw authProblems.problem('SignInBusy', undefined, { 'Retry-After': '2' });
    const seconds = this.lockout.secondsLeft(attempt);
    if (seconds > 0) throw authProblems.problem('TooManyAttempts', undefined, { 'Retry-After': `${seconds}` });
    this.lockout.failed(attempt);
  }
}

const isOver = ({ oneTimeUntil }: Account, now: Date) => oneTimeUntil !== undefined && oneTimeUntil < now.toISOString();

const withoutKind = (address: string) => address.replace(/^ip:/, '');
