import { userProblems } from '@annals/contracts-values';
import { commandProblems } from '@annals/http';
import type { Account, ApiKey, User } from './account.js';
import type { AccountStore } from './account-store.js';
import { authProblems } from './auth.problems.js';
import { newAccount } from './one-time-password.js';
import { composed, derivedFrom, hashOf, isSecret, newId, newSecret, parts } from './secret.js';
import type { Users } from './users.js';

/** The public part of a key. Times are ISO 8601; without `expiresAt` it is valid until it is revoked. */
export type ApiKeyEntry = Omit<ApiKey, 'id' | 'hash'> & { readonly keyId: string; readonly userId: string };

export type IssuedApiKey = ApiKeyEntry & {
  /**
   * It is shown only once.
   * @example key_k-1_5f0c
   */
  readonly key: string;
};

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

type Asked = Required<NewKey> & { readonly expiresAt: string | null };

const KIND = 'ann';
const MOST = 100; // valid keys of a user
const KEPT = 200; // stored keys of a user

/** API keys, each of which acts as a user of the organisation. */
export class ApiKeys {
  constructor(
    private readonly accounts: AccountStore,
    private readonly users: Users,
    private readonly facts: ApiKeyFacts,
    /** From which the keys of requests with an Idempotency-Key are derived. */
    private readonly tokenKey: Uint8Array,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /**
   * A caller who repeats an Idempotency-Key gets the key that was issued for it. Throws `HttpProblem` 409 `UserNotActive` or
   * `TooManyApiKeys`, 422 `IdempotencyKeyReused`, and `Rejection` `UserUnknown` or `ApiKeyExpired`.
   */
  async issue({ userId, name, expiresAt = null }: NewKey, by: User, idempotencyKey?: string): Promise<IssuedApiKey> {
    const { id, secret } =
      idempotencyKey === undefined
        ? { id: newId(), secret: newSecret() }
        : derivedFrom(this.tokenKey, JSON.stringify([by.id, idempotencyKey]));
    const earlier = idempotencyKey === undefined ? undefined : await this.find(id);
    const entry = earlier ?? (await this.add(id, secret, { userId, name, expiresAt }, by));
    if (entry.userId !== userId || entry.name !== name || entry.expiresAt !== expiresAt)
      throw commandProblems.problem('IdempotencyKeyReused');
    return { ...entry, key: composed(KIND, id, secret) };
  }

  private async find(id: string): Promise<ApiKeyEntry | undefined> {
    const holder = await this.accounts.byCredential(id);
    const key = holder?.apiKeys?.find((each) => each.id === id);
    return key && entryOf(holder!.id, key);
  }

  private async add(id: string, secret: string, { userId, name, expiresAt }: Asked, by: User): Promise<ApiKeyEntry> {
    const user = (await this.users.findNow(userId)) ?? userProblems.rejectReference('UserUnknown', { userId });
    if (!user.active) throw authProblems.problem('UserNotActive', { userId });
    if (expiresAt !== null && new Date(expiresAt) <= this.now()) userProblems.reject('ApiKeyExpired', { expiresAt });
    const issuedAt = this.now().toISOString();
    const key: ApiKey = { id, hash: hashOf(secret), name, issuedAt, expiresAt, revokedAt: null };
    // Recorded first, because a recorded key that does not work is less harmful than a working key that is not recorded.
    await this.facts.issued({ keyId: id, userId, name, expiresAt }, by);
    const account = await this.accounts.change(userId, (known) => this.with(known ?? newAccount(user), key));
    return entryOf(
      userId,
      account.apiKeys!.find((each) => each.id === id)!,
    );
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

  /** The number of valid keys of a user. */
  async validOf(userId: string): Promise<number> {
    return this.validIn(await this.accounts.byId(userId)).length;
  }

  /** No key of the user is valid when this returns. Repeating it does nothing. */
  async revokeAll(userId: string, by: User): Promise<void> {
    for (const { id } of this.validIn(await this.accounts.byId(userId))) await this.revoke(id, by);
  }

  private validIn(account: Account | undefined): readonly ApiKey[] {
    return (account?.apiKeys ?? []).filter((key) => this.isGood(key));
  }

  /** The account of a key, and when it was issued; `undefined` if the key is invalid. */
  async holder(key: string): Promise<{ readonly account: Account; readonly issuedAt: string } | undefined> {
    const found = parts(KIND, key);
    const account = found && (await this.accounts.byCredential(found.id));
    const known = account?.apiKeys?.find(({ id }) => id === found?.id);
    if (!known || !this.isGood(known) || !isSecret(found!.secret, known.hash)) return undefined;
    return { account: account!, issuedAt: known.issuedAt };
  }

  private isGood({ revokedAt, expiresAt }: ApiKey): boolean {
    return revokedAt === null && (expiresAt === null || new Date(expiresAt) > this.now());
  }

  private with(account: Account, key: ApiKey): Account {
    const { apiKeys = [] } = account;
    if (apiKeys.some(({ id }) => id === key.id)) return account; // the same request, twice at once
    const good = this.validIn(account);
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
