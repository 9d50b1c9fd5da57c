import type { Account } from './account.js';
import type { AccountStore } from './account-store.js';
import { type Cost, hashPassword, oneTimePassword } from './password.js';

export const FIRST_ADMINISTRATOR = 'admin';

/** Creates the account `admin` and returns its one-time password, which is not stored; `null` if accounts exist. */
export const createFirstAdministrator = async (accounts: AccountStore, cost?: Cost): Promise<string | null> => {
  if (!(await accounts.isEmpty())) return null;
  const password = oneTimePassword();
  const hash = await hashPassword(password, cost);
  const made = await accounts.change(FIRST_ADMINISTRATOR, (present) => present ?? administrator(hash));
  return made.password === hash ? password : null; // another process may have been first
};

const administrator = (password: string): Account => ({
  id: FIRST_ADMINISTRATOR,
  name: FIRST_ADMINISTRATOR,
  roles: ['administrator'],
  password,
  oneTime: true,
  generation: 1,
});
