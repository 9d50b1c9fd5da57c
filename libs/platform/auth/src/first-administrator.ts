import { hkdfSync } from 'node:crypto';
import type { Account } from './account.js';
import type { AccountStore } from './account-store.js';
import { type Cost, hashPassword, isPassword, oneTimePassword } from './password.js';

export const FIRST_ADMINISTRATOR = 'admin';

/**
 * Creates the account `admin` and returns its one-time password, and returns it again until it is exchanged for another; `null`
 * afterwards, or if there are other accounts only. It is not stored: it follows from `key`, the key of tokens, so that all processes of
 * an installation have the same.
 */
export const createFirstAdministrator = async (
  accounts: AccountStore,
  key: Uint8Array,
  cost?: Cost,
): Promise<string | null> => {
  const known = await accounts.byId(FIRST_ADMINISTRATOR);
  if (known ? !isUnclaimed(known) : !(await accounts.isEmpty())) return null;
  const password = oneTimePassword(derivedFrom(key));
  if (known && (await isPassword(password, known.password!))) return password;
  const hash = await hashPassword(password, cost);
  const made = await accounts.change(FIRST_ADMINISTRATOR, (present) =>
    present === undefined || isAsKnown(present, known) ? administrator(hash) : present,
  );
  const isOurs = made.password === hash || (isUnclaimed(made) && (await isPassword(password, made.password!)));
  return isOurs ? password : null;
};

const derivedFrom = (key: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', key, '', 'Annals first administrator', 26));

const isUnclaimed = ({ oneTime, generation }: Account) => oneTime && generation === 1;

/** An account whose password follows from an earlier key. */
const isAsKnown = (present: Account, known: Account | undefined) =>
  isUnclaimed(present) && present.password === known?.password;

const administrator = (password: string): Account => ({
  id: FIRST_ADMINISTRATOR,
  name: FIRST_ADMINISTRATOR,
  roles: ['administrator'],
  password,
  oneTime: true,
  generation: 1,
});
