import { userOf, type AccountStore, type User } from './account.js';

/** A user as the organisation knows him or her now. */
export type KnownUser = User & { readonly active: boolean };

/** Who there is. */
export abstract class Users {
  /** `null` for somebody of whom nothing is known. */
  abstract find(userId: string): Promise<KnownUser | null>;

  /** The same for whoever may have been added a moment ago. */
  findNow(userId: string): Promise<KnownUser | null> {
    return this.find(userId);
  }

  /** As known now, as given where nothing is known; `undefined` for whoever is let in no more. */
  async current(given: User): Promise<User | undefined> {
    const known = await this.find(given.id);
    if (!known) return given;
    const { id, name, roles, active } = known;
    return active ? { id, name, roles } : undefined;
  }
}

/** Whoever has an account, with the roles in it. */
export class AccountUsers extends Users {
  constructor(private readonly accounts: AccountStore) {
    super();
  }

  async find(userId: string): Promise<KnownUser | null> {
    const account = await this.accounts.byId(userId);
    return account ? { ...userOf(account), active: true } : null;
  }
}
