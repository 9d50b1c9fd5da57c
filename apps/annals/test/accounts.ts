import { type Account, AccountStore } from '@annals/auth';

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
  async isEmpty() {
    return false;
  }
  async save() {}
}
