import { allRecords, changeRecord, RecordKeyTaken, type RecordStore, type StoredRecord } from '@annals/event-sourcing';
import { LRUCache } from 'lru-cache';
import { comparable, NameTaken, type Account, type AccountChange } from './account.js';

const KIND = 'account';
const KNOWN = { max: 10_000, ttl: 200 }; // accounts; ms, after which changes by other processes are noticed

/** The accounts, each a record with the keys by which it is looked up. Names are compared case-insensitively. */
export class AccountStore {
  private readonly known = new LRUCache<string, Account>(KNOWN);
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
    }
  }

  private async recent(key: string, read: () => Promise<StoredRecord | undefined>): Promise<Account | undefined> {
    const known = this.known.get(key);
    if (known) return known;
    const { changes } = this;
    const account = accountOf(await read());
    if (account && changes === this.changes) this.known.set(key, account);
    return account;
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
