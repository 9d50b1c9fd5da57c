import { comparable, NameTaken, type Account } from './account.js';

/** Accounts, indexed by every key by which they are looked up. */
export class AccountBook {
  private readonly ids: ReadonlyMap<string, Account>;
  private readonly names: ReadonlyMap<string, Account>;
  private readonly credentials: ReadonlyMap<string, Account>;

  constructor(readonly accounts: readonly Account[]) {
    this.ids = new Map(accounts.map((account) => [account.id, account]));
    this.names = new Map(accounts.map((account) => [comparable(account.name), account]));
    this.credentials = new Map(
      accounts.flatMap((account) => {
        const { sessions = [], apiKeys = [] } = account;
        return [...sessions, ...apiKeys].map(({ id }): [string, Account] => [id, account]);
      }),
    );
  }

  byId(id: string): Account | undefined {
    return this.ids.get(id);
  }

  byName(name: string): Account | undefined {
    return this.names.get(comparable(name));
  }

  byCredential(id: string): Account | undefined {
    return this.credentials.get(id);
  }

  /** A copy with the account, which replaces one with the same id. Throws `NameTaken`. */
  with(account: Account): AccountBook {
    const holder = this.byName(account.name);
    if (holder && holder.id !== account.id) throw new NameTaken(account.name);
    return new AccountBook([...new Map(this.ids).set(account.id, account).values()]);
  }
}
