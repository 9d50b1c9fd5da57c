/** Somebody who may sign in. Credentials never go to the log. */
export type Account = {
  /** What events name as their actor. */
  readonly id: string;
  readonly name: string;
  /** What counts for whom the organisation does not know. */
  readonly roles: readonly string[];
  /** As `hashPassword` writes it; `null` if there is none to sign in with. */
  readonly password: string | null;
  /** Whether the password is good for its own change only. */
  readonly oneTime: boolean;
  /** Goes up with each new password; tokens of an older one are void. */
  readonly generation: number;
  readonly sessions?: readonly Session[];
  readonly apiKeys?: readonly ApiKey[];
};

/** One sign-in, until nobody refreshes it any more. Times are ISO 8601. */
export type Session = {
  readonly id: string;
  /** Of the refresh token that is good now. */
  readonly hash: string;
  readonly expiresAt: string;
};

/** What a program signs in with. */
export type ApiKey = {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly issuedAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
};

/** What the rest of the system knows of who asks. */
export type User = Pick<Account, 'id' | 'name' | 'roles'>;

export const userOf = ({ id, name, roles }: Account): User => ({ id, name, roles });

/** What becomes of an account, given as it is now. */
export type AccountChange = (account: Account | undefined) => Account;

/** Where accounts are kept. Names are compared without regard to case. */
export abstract class AccountStore {
  abstract byId(id: string): Promise<Account | undefined>;
  abstract byName(name: string): Promise<Account | undefined>;
  /** Whose session or API key has that id. */
  abstract byCredential(id: string): Promise<Account | undefined>;
  abstract all(): Promise<readonly Account[]>;
  /**
   * Stores what `change` makes of the account, and what else there was of it stays: changes come one after the other, by
   * whatever process. It is durable when this returns. Throws `NameTaken`, and what `change` throws.
   */
  abstract change(id: string, change: AccountChange): Promise<Account>;

  async isEmpty(): Promise<boolean> {
    return (await this.all()).length === 0;
  }
}

/** Another account has the name. */
export class NameTaken extends Error {}

export const comparable = (name: string): string => name.trim().normalize('NFKC').toLowerCase();
