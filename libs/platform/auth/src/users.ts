import { userOf, type User } from './account.js';
import type { AccountStore } from './account-store.js';

/** A user as known to the organisation now. */
export type KnownUser = User & { readonly active: boolean };

/** The users of the organisation. */
export abstract class Users {
  /** `null` for an unknown user. */
  abstract find(userId: string): Promise<KnownUser | null>;

  /** The same, including users who were added a moment ago. */
  findNow(userId: string): Promise<KnownUser | null> {
    return this.find(userId);
  }

  /** The known user, otherwise the given one; `undefined` for a deactivated user. */
  async current(given: User): Promise<User | undefined> {
    const known = await this.find(given.id);
    if (!known) return given;
    const { id, name, roles, active } = known;
    return active ? { id, name, roles } : undefined;
  }
}

/** Users from accounts, with the roles in them. */
export class AccountUsers extends Users {
  constructor(private readonly accounts: AccountStore) {
    super();
  }

  async find(userId: string): Promise<KnownUser | null> {
    const account = await this.accounts.byId(userId);
    return account ? { ...userOf(account), active: true } : null;
  }
}
