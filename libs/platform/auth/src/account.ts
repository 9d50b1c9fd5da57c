/** An account that can sign in. Credentials are never stored in the event log. */
export type Account = {
  /** The actor in events. */
  readonly id: string;
  readonly name: string;
  /** Roles for an account without a user in the organisation. */
  readonly roles: readonly string[];
  /** In the format of `hashPassword`; `null` if there is none. */
  readonly password: string | null;
  /** Whether the password can only be exchanged for a new one. */
  readonly oneTime: boolean;
  /** When a one-time password that was not used ends (ISO 8601). Those of earlier versions and of the first administrator do not. */
  readonly oneTimeUntil?: string;
  /** Increases with each new password; tokens of an older generation are invalid. */
  readonly generation: number;
  readonly sessions?: readonly Session[];
  readonly apiKeys?: readonly ApiKey[];
};

/** A session, which lasts as long as it is refreshed. Times are ISO 8601. */
export type Session = {
  readonly id: string;
  /** Hash of the valid refresh token. */
  readonly hash: string;
  /** Sessions of earlier versions have none. */
  readonly openedAt?: string;
  /** When a refresh token was last used, and from which address the user signed in; sessions of earlier versions have neither. */
  readonly refreshedAt?: string;
  readonly openedFrom?: string | undefined;
  readonly expiresAt: string;
  /** Whether `hash` is that of a cookie instead. */
  readonly cookie?: true;
};

/** An API key. */
export type ApiKey = {
  readonly id: string;
  readonly hash: string;
  readonly name: string;
  readonly issuedAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
};

/** The caller, as the rest of the system knows it. */
export type User = Pick<Account, 'id' | 'name' | 'roles'>;

export const userOf = ({ id, name, roles }: Account): User => ({ id, name, roles });

/** Computes the new account from the current one. */
export type AccountChange = (account: Account | undefined) => Account;

/** Another account has the name. */
export class NameTaken extends Error {}

export const comparable = (name: string): string => name.trim().normalize('NFKC').toLowerCase();
