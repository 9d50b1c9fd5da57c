import { HttpProblem } from '@annals/http';
import { type Account, type AccountStore, type User, userOf } from './account.js';
import { Lockout } from './lockout.js';
import { type Cost, hashPassword, isPassword, oneTimePassword } from './password.js';
import type { IssuedToken, Tokens } from './tokens.js';

/** While `mustChangePassword` holds, the token is good for changing the password and for nothing else. */
export type SessionAnswer = IssuedToken & { readonly user: User; readonly mustChangePassword: boolean };

/** Local accounts: name and password for a token. */
export class SignIn {
  private readonly lockout: Lockout;
  /** What an unknown name is checked against, so that it takes as long as a known one. */
  private readonly nobody: Promise<string>;

  constructor(
    private readonly accounts: AccountStore,
    private readonly tokens: Tokens,
    now: () => Date = () => new Date(),
    private readonly cost?: Cost,
  ) {
    this.lockout = new Lockout(now);
    this.nobody = hashPassword(oneTimePassword(), cost);
  }

  /** Throws `HttpProblem` 401 `WrongNameOrPassword`, 429 `TooManyAttempts`. */
  async signIn(name: string, password: string): Promise<SessionAnswer> {
    return this.sessionOf(await this.checked(name, password));
  }

  /** Tokens of the old password end. Throws as `signIn` does, and `HttpProblem` 409 `PasswordNotNew`. */
  async changePassword(name: string, current: string, next: string): Promise<SessionAnswer> {
    const account = await this.checked(name, current);
    if (current === next) throw new HttpProblem(409, 'PasswordNotNew');
    const password = await hashPassword(next, this.cost);
    const changed = { ...account, password, oneTime: false, generation: account.generation + 1 };
    await this.accounts.save(changed);
    return this.sessionOf(changed);
  }

  /** The account that a token is of; `undefined` if the token is no longer good. */
  async accountOf(token: string): Promise<Account | undefined> {
    const claims = await this.tokens.claims(token);
    const account = claims && (await this.accounts.byId(claims.id));
    return account?.generation === claims?.generation ? account : undefined;
  }

  private async checked(name: string, password: string): Promise<Account> {
    const seconds = this.lockout.secondsLeft(name);
    if (seconds > 0) throw new HttpProblem(429, 'TooManyAttempts', undefined, { 'Retry-After': `${seconds}` });
    this.lockout.failed(name); // counted before the check, or many at once would all be let through
    const account = await this.accounts.byName(name);
    const right = await isPassword(password, account?.password ?? (await this.nobody));
    if (!account || !right) throw new HttpProblem(401, 'WrongNameOrPassword');
    this.lockout.succeeded(name);
    return account;
  }

  private async sessionOf(account: Account): Promise<SessionAnswer> {
    return { ...(await this.tokens.issue(account)), user: userOf(account), mustChangePassword: account.oneTime };
  }
}
