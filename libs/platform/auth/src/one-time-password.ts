import type { Account, User } from './account.js';
import type { AccountStore } from './account-store.js';
import { type Cost, hashPassword, oneTimePassword } from './password.js';

/** There is no account with this name. */
export class AccountUnknown extends Error {
  constructor(readonly accountName: string) {
    super(`There is no account "${accountName}".`);
  }
}

/**
 * Gives a user a one-time password, which can only be exchanged for a new one, and creates the account if necessary.
 * Existing sessions end. The password is not stored. Throws `NameTaken`.
 */
export const giveOneTimePassword = async (accounts: AccountStore, user: User, cost?: Cost): Promise<string> => {
  const password = oneTimePassword();
  const hash = await hashPassword(password, cost);
  await accounts.change(user.id, (known) => withPassword(known ?? newAccount(user), hash));
  return password;
};

/** The same for an existing account, by name. Throws `AccountUnknown`. */
export const resetPassword = async (accounts: AccountStore, name: string, cost?: Cost): Promise<string> => {
  const account = await accounts.byName(name);
  if (!account) throw new AccountUnknown(name);
  return giveOneTimePassword(accounts, account, cost);
};

/** An account without a password. Its user is in the organisation, which has the roles. */
export const newAccount = ({ id, name }: User): Account => ({
  ...{ id, name, roles: [], password: null, oneTime: false, generation: 0 },
});

const withPassword = (account: Account, password: string): Account => ({
  ...account,
  ...{ password, oneTime: true, generation: account.generation + 1, sessions: [] },
});
