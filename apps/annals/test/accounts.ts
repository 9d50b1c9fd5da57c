import { type AccountChange, AccountStore } from '@annals/auth';

/** Accounts that never change. */
export class Accounts extends AccountStore {
  override async change(id: string, change: AccountChange) {
    return (await this.byId(id)) ?? change(undefined);
  }
}
