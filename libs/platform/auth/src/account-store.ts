import { allRecords, changeRecord, RecordKeyTaken, type RecordStore, type StoredRecord } from '@annals/event-sourcing';
import { LRUCache } from 'lru-cache';
import { setTimeout as delay } from 'node:timers/promises';
import { comparable, NameTaken, type Account, type AccountChange } from './account.js';

const KIND = 'account';
const KNOWN = { max: 10_000, ttl: 60_000 }; // accounts; ms, for which they are used while the store does not answer
const FRESH = 200; // ms, after which changes by other processes are noticed
const PATIENCE = 250; // ms, after which a known account is used

type Known = { readonly account: Account; readonly at: number };

/**
 * The accounts, each a record with the keys by which it is looked up. Names are compared case-insensitively. While the store
 * does not answer, an account that was looked up a minute ago or later is taken as it was.
 */
export class AccountStore {
  private readonly known = new LRUCache<string, Known>(KNOWN);
  private readonly reading = new Map<string, Promise<Account | undefined>>();
  private changes = 0;

  constructor(private readonly records: RecordStore) {}

  byId(id: string): Promise<Account | undefined> {
    return this.recent(`id/${id}`, () => this.records.get(KIND, id));
  }

  /** Includes an account that another process has just created. */
  async byName(name: string): Promise<Account | undefined> {
    return accountOf(await this.records.find(KIND, nameKey(name)));
  }

  /** The account that has a session or an API key with this id, including one that another process has just created. */
  byCredential(id: string): Promise<Account | undefined> {
    return this.recent(credentialKey(id), () => this.records.find(KIND, credentialKey(id)));
  }

  async all(): Promise<readonly Account[]> {
    return (await Array.fromAsync(allRecords(this.records, KIND))).map(({ body }) => body as Account);
  }

  async isEmpty(): Promise<boolean> {
    return (await this.records.list(KIND, { limit: 1 })).length === 0;
  }

  /**
   * Stores the account that `change` returns. Changes by all processes are serialised, so `change` may be called again. The
   * change is durable when this returns. Throws `NameTaken` and errors of `change`.
   */
  async change(id: string, change: AccountChange): Promise<Account> {
    let name = '';
    try {
      const stored = await changeRecord(this.records, { kind: KIND, id }, (present) => {
        const account = change(accountOf(present));
        name = account.name;
        return accountRecord(account);
      });
      return accountOf(stored)!;
    } catch (error) {
      throw error instanceof RecordKeyTaken ? new NameTaken(name) : error;
    } finally {
      this.changes += 1;
      this.known.clear();
      this.reading.clear();
    }
  }

  private async recent(key: string, read: () => Promise<StoredRecord | undefined>): Promise<Account | undefined> {
    const known = this.known.get(key);
    if (known && performance.now() - known.at < FRESH) return known.account;
    const reading = this.reading.get(key) ?? this.read(key, read);
    if (!known) return reading;
    const asKnown = () => known.account;
    return Promise.race([reading.catch(asKnown), delay(PATIENCE, undefined, { ref: false }).then(asKnown)]);
  }

  private read(key: string, read: () => Promise<StoredRecord | undefined>): Promise<Account | undefined> {
    const { changes } = this;
    const reading = read().then((record) => {
      const account = accountOf(record);
      if (changes === this.changes) this.remember(key, account);
      return account;
    });
    this.reading.set(key, reading);
    const done = () => this.reading.get(key) === reading && this.reading.delete(key);
    reading.then(done, done);
    return reading;
  }

  private remember(key: string, account: Account | undefined) {
    if (account) this.known.set(key, { account, at: performance.now() });
    else this.known.delete(key);
  }
}

/** An account as it is recorded. */
export const accountRecord = (account: Account) => ({
  ...{ kind: KIND, id: account.id, body: account },
  keys: [
    nameKey(account.name),
    ...[...(account.sessions ?? []), ...(account.apiKeys ?? [])].map(({ id }) => credentialKey(id)),
  ],
});

const nameKey = (name: string) => `name/${comparable(name)}`;
const credentialKey = (id: string) => `credential/${id}`;

const accountOf = (record: StoredRecord | undefined) => record?.body as Account | undefined;
