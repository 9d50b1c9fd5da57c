import type { AccountStore } from './account.js';
import { type Cost, hashPassword, oneTimePassword } from './password.js';

export const FIRST_ADMINISTRATOR = 'admin';

/** Makes the account `admin` and returns its one-time password, which nobody can read again; `null` if there are accounts. */
export const createFirstAdministrator = async (accounts: AccountStore, cost?: Cost): Promise<string | null> => {
  if (!(await accounts.isEmpty())) return null;
  const password = oneTimePassword();
  const hash = await hashPassword(password, cost);
  await accounts.change(FIRST_ADMINISTRATOR, () => ({
    id: FIRST_ADMINISTRATOR,
    name: FIRST_ADMINISTRATOR,
    roles: ['administrator'],
    password: hash,
    oneTime: true,
    generation: 1,
  }));
  return password;
};
