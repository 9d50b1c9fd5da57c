/** Somebody who may sign in. Credentials never go to the log. */
export type Account = {
  /** What events name as their actor. */
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** As `hashPassword` writes it. */
  readonly password: string;
  /** Whether the password is good for its own change only. */
  readonly oneTime: boolean;
  /** Goes up with each new password; tokens of an older one are void. */
  readonly generation: number;
};

/** What the rest of the system knows of who asks. */
export type User = Pick<Account, 'id' | 'name' | 'roles'>;

export const userOf = ({ id, name, roles }: Account): User => ({ id, name, roles });

/** Where accounts are kept. Names are compared without regard to case. */
export abstract class AccountStore {
  abstract byId(id: string): Promise<Account | undefined>;
  abstract byName(name: string): Promise<Account | undefined>;
  abstract isEmpty(): Promise<boolean>;
  /** Stores a new account, or the one of that id anew; it is durable when this returns. Throws `NameTaken`. */
  abstract save(account: Account): Promise<void>;
}

/** Another account has the name. */
export class NameTaken extends Error {}

export const comparable = (name: string): string => name.trim().normalize('NFKC').toLowerCase();
