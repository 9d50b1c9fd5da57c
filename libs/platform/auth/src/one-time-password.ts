import type { Account, User } from './account.js';
import type { AccountStore } from './account-store.js';
import { type Cost, hashPassword, oneTimePassword } from './password.js';

/** There is no account with this name. */
export class AccountUnknown extends Error {
  constructor(readonly accountName: string) {
    super(`There is no account "${accountName}".`);
  }
}

const DAY = 86_400_000; // milliseconds
const DAYS = 7; // in which a one-time password has to be used

export type OneTimeOptions = { readonly cost?: Cost | undefined; readonly now?: (() => Date) | undefined };

/**
 * Gives a user a one-time password, which can only be exchanged for a new one, within seven days, and creates the account if
 * necessary. Existing sessions end. The password is not stored. Throws `NameTaken`.
 */
export const giveOneTimePassword = async (
  accounts: AccountStore,
  user: User,
  { cost, now = () => new Date() }: OneTimeOptions = {},
): Promise<string> => {
  const password = oneTimePassword();
  const hash = await hashPassword(password, cost);
  const until = new Date(now().getTime() + DAYS * DAY).toISOString();
  await accounts.change(user.id, (known) => withPassword(known ?? newAccount(user), hash, until));
  return password;
};

/** The same for an existing account, by name. Throws `AccountUnknown`. */
export const resetPassword = async (
  accounts: AccountStore,
  name: string,
  options?: OneTimeOptions,
): Promise<string> => {
  const account = await accounts.byName(name);
  if (!account) throw new AccountUnknown(name);
  return giveOneTimePassword(accounts, account, options);
};

/** An account without a password. Its user is in the organisation, which has the roles. */
export const newAccount = ({ id, name }: User): Account => ({
  ...{ id, name, roles: [], password: null, oneTime: false, generation: 0 },
});

const withPassword = (account: Account, password: string, oneTimeUntil: string): Account => ({
  ...account,
  ...{ password, oneTime: true, oneTimeUntil, generation: account.generation + 1, sessions: [] },
});
