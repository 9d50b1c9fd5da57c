import { type Account, type AccountChange, AccountStore } from '@annals/auth';

/** Accounts that never change. */
export class Accounts extends AccountStore {
  constructor(private readonly accounts: ReadonlyMap<string, Account>) {
    super();
  }

  async byId(id: string) {
    return this.accounts.get(id);
  }

  async byName(name: string) {
    return this.accounts.get(name);
  }

  async byCredential() {
    return undefined;
  }

  async all() {
    return [...this.accounts.values()];
  }

  async change(id: string, change: AccountChange) {
    return this.accounts.get(id) ?? change(undefined);
  }
}
