import { userProblems } from '@annals/contracts-values';
import type { Account, ApiKey, User } from './account.js';
import type { AccountStore } from './account-store.js';
import { authProblems } from './auth.problems.js';
import { newAccount } from './one-time-password.js';
import { composed, hashOf, isSecret, newId, newSecret, parts } from './secret.js';
import type { Users } from './users.js';

/** The public part of a key. Times are ISO 8601; without `expiresAt` it is valid until it is revoked. */
export type ApiKeyEntry = Omit<ApiKey, 'id' | 'hash'> & { readonly keyId: string; readonly userId: string };

/** `key` is shown only once. */
export type IssuedApiKey = ApiKeyEntry & { readonly key: string };

export type NewKey = { readonly userId: string; readonly name: string; readonly expiresAt?: string | null | undefined };

/** Records that keys are issued and revoked, but never the keys themselves. */
export abstract class ApiKeyFacts {
  abstract issued(key: Omit<ApiKeyEntry, 'issuedAt' | 'revokedAt'>, by: User): Promise<void>;
  abstract revoked(keyId: string, by: User): Promise<void>;
}

/** Records nothing, for processes without a log. */
export class NoFacts extends ApiKeyFacts {
  async issued() {}
  async revoked() {}
}

const KIND = 'ann';
const MOST = 100; // valid keys of a user
const KEPT = 200; // stored keys of a user

/** API keys, each of which acts as a user of the organisation. */
export class ApiKeys {
  constructor(
    private readonly accounts: AccountStore,
    private readonly users: Users,
    private readonly facts: ApiKeyFacts,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** Throws `HttpProblem` 409 `UserNotActive` or `TooManyApiKeys`, and `Rejection` `UserUnknown` or `ApiKeyExpired`. */
  async issue({ userId, name, expiresAt = null }: NewKey, by: User): Promise<IssuedApiKey> {
    const user = (await this.users.findNow(userId)) ?? userProblems.rejectReference('UserUnknown', { userId });
    if (!user.active) throw authProblems.problem('UserNotActive', { userId });
    if (expiresAt !== null && new Date(expiresAt) <= this.now()) userProblems.reject('ApiKeyExpired', { expiresAt });
    const [id, secret] = [newId(), newSecret()];
    const issuedAt = this.now().toISOString();
    const key: ApiKey = { id, hash: hashOf(secret), name, issuedAt, expiresAt, revokedAt: null };
    // Recorded first, because a recorded key that does not work is less harmful than a working key that is not recorded.
    await this.facts.issued({ keyId: id, userId, name, expiresAt }, by);
    await this.accounts.change(userId, (known) => this.with(known ?? newAccount(user), key));
    return { ...entryOf(userId, key), key: composed(KIND, id, secret) };
  }

  /** All keys, including expired and revoked ones, newest first. */
  async list(): Promise<readonly ApiKeyEntry[]> {
    const accounts = await this.accounts.all();
    return accounts
      .flatMap(({ id, apiKeys = [] }) => apiKeys.map((key) => entryOf(id, key)))
      .toSorted((a, b) => b.issuedAt.localeCompare(a.issuedAt));
  }

  /** The key is invalid when this returns. Repeating it does nothing. Throws `HttpProblem` 404 `ApiKeyNotFound`. */
  async revoke(keyId: string, by: User): Promise<void> {
    const holder = await this.accounts.byCredential(keyId);
    if (!holder?.apiKeys?.some(({ id }) => id === keyId)) authProblems.fail('ApiKeyNotFound', { id: keyId });
    const revokedAt = this.now().toISOString();
    const revoked = (key: ApiKey) => (key.id === keyId && !key.revokedAt ? { ...key, revokedAt } : key);
    await this.accounts.change(holder!.id, (known) => ({ ...known!, apiKeys: known!.apiKeys!.map(revoked) }));
    await this.facts.revoked(keyId, by);
  }

  /** The account of a key; `undefined` if the key is invalid. */
  async holder(key: string): Promise<Account | undefined> {
    const found = parts(KIND, key);
    const holder = found && (await this.accounts.byCredential(found.id));
    const known = holder?.apiKeys?.find(({ id }) => id === found?.id);
    return known && this.isGood(known) && isSecret(found!.secret, known.hash) ? holder : undefined;
  }

  private isGood({ revokedAt, expiresAt }: ApiKey): boolean {
    return revokedAt === null && (expiresAt === null || new Date(expiresAt) > this.now());
  }

  private with(account: Account, key: ApiKey): Account {
    const { apiKeys = [] } = account;
    const good = apiKeys.filter((each) => this.isGood(each));
    if (good.length >= MOST) throw authProblems.problem('TooManyApiKeys', { most: MOST });
    const over = apiKeys.filter((each) => !good.includes(each)).slice(-(KEPT - MOST));
    return { ...account, apiKeys: [...over, ...good, key] };
  }
}

/** Whether a credential has the form of a key rather than of a token. */
export const looksLikeKey = (credential: string): boolean => parts(KIND, credential) !== undefined;

const entryOf = (userId: string, { id, name, issuedAt, expiresAt, revokedAt }: ApiKey): ApiKeyEntry => ({
  ...{ keyId: id, userId, name, issuedAt, expiresAt, revokedAt },
});
