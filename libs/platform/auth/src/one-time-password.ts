import type { Account, AccountStore, User } from './account.js';
import { type Cost, hashPassword, oneTimePassword } from './password.js';

/** There is no account of that name. */
export class AccountUnknown extends Error {
  constructor(readonly accountName: string) {
    super(`There is no account "${accountName}".`);
  }
}

/**
 * Gives a user a password that is good for its own change only, and an account if there is none; what was signed in
 * with an older password ends. Nobody can read it again. Throws `NameTaken`.
 */
export const giveOneTimePassword = async (accounts: AccountStore, user: User, cost?: Cost): Promise<string> => {
  const password = oneTimePassword();
  const hash = await hashPassword(password, cost);
  await accounts.change(user.id, (known) => withPassword(known ?? newAccount(user), hash));
  return password;
};

/** The same for whoever has an account already, by its name. Throws `AccountUnknown`. */
export const resetPassword = async (accounts: AccountStore, name: string, cost?: Cost): Promise<string> => {
  const account = await accounts.byName(name);
  if (!account) throw new AccountUnknown(name);
  return giveOneTimePassword(accounts, account, cost);
};

/** An account that nobody can sign in to yet. Its user is in the organisation, which knows the roles. */
export const newAccount = ({ id, name }: User): Account => ({
  ...{ id, name, roles: [], password: null, oneTime: false, generation: 0 },
});

const withPassword = (account: Account, password: string): Account => ({
  ...account,
  ...{ password, oneTime: true, generation: account.generation + 1, sessions: [] },
});
