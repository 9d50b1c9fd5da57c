import { type Account, type AccountChange, accountRecord, AccountStore } from '@annals/auth';
import { createRecord, type RecordStore } from '@annals/event-sourcing';

/** Accounts that never change. */
export class Accounts extends AccountStore {
  static async of(records: RecordStore, accounts: readonly Account[]): Promise<Accounts> {
    for (const account of accounts) await createRecord(records, accountRecord(account));
    return new Accounts(records);
  }

  override async change(id: string, change: AccountChange) {
    return (await this.byId(id)) ?? change(undefined);
  }
}
