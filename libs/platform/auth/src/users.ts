import { userOf, type User } from './account.js';
import type { AccountStore } from './account-store.js';

/** A user as known to the organisation now. */
export type KnownUser = User & {
  readonly active: boolean;
  /** When the user was last activated again (ISO 8601): credentials of before stay invalid. */
  readonly reactivatedAt?: string | null | undefined;
};

/** The users of the organisation. */
export abstract class Users {
  /** `null` for an unknown user. */
  abstract find(userId: string): Promise<KnownUser | null>;

  /** The same, including users who were added a moment ago. */
  findNow(userId: string): Promise<KnownUser | null> {
    return this.find(userId);
  }

  /**
   * The known user, otherwise the given one; `undefined` for a deactivated user, and for one who was deactivated after
   * `since` (ISO 8601), when the credential was given out.
   */
  async current(given: User, since?: string): Promise<User | undefined> {
    const known = await this.find(given.id);
    if (!known) return given;
    const { id, name, roles, active, reactivatedAt } = known;
    const revived = since !== undefined && since < (reactivatedAt ?? '');
    return active && !revived ? { id, name, roles } : undefined;
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
