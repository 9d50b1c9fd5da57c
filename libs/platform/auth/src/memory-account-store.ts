import { AccountStore, type Account, type AccountChange } from './account.js';
import { AccountBook } from './account-book.js';

/** Accounts in memory. */
export class MemoryAccountStore extends AccountStore {
  private book: AccountBook;

  constructor(accounts: readonly Account[] = []) {
    super();
    this.book = new AccountBook(accounts);
  }

  async byId(id: string) {
    return this.book.byId(id);
  }

  async byName(name: string) {
    return this.book.byName(name);
  }

  async byCredential(id: string) {
    return this.book.byCredential(id);
  }

  async all() {
    return this.book.accounts;
  }

  async change(id: string, change: AccountChange) {
    const account = change(this.book.byId(id));
    this.book = this.book.with(account);
    return account;
  }
}
