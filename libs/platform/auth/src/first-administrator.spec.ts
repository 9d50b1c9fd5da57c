import { MemoryRecordStore } from '@annals/store-memory';
import { randomBytes } from 'node:crypto';
import { AccountStore, createFirstAdministrator, resetPassword } from './index.js';
import { hashPassword, isPassword } from './password.js';

const cost = { N: 2, r: 1, p: 1 };
const key = randomBytes(32);

let records: MemoryRecordStore;
let accounts: AccountStore;
beforeEach(() => {
  records = new MemoryRecordStore();
  accounts = new AccountStore(records);
});

const first = (of = key) => createFirstAdministrator(accounts, of, cost);

it('has a one-time password that is not recorded', async () => {
  const password = (await first())!;
  expect(password).toMatch(/^([a-z2-9]{5}-){5}[a-z2-9]$/);
  expect(JSON.stringify(await accounts.byName('admin'))).not.toContain(password);
});

it('has the same at each start until it is exchanged for another', async () => {
  const password = await first();
  expect(await first()).toBe(password);
  await accounts.change('admin', (known) => ({ ...known!, oneTime: false, generation: 2 }));
  expect(await first()).toBeNull();
});

it('has the same in processes that start together', async () => {
  const stores = Array.from({ length: 5 }, () => new AccountStore(records));
  const passwords = await Promise.all(stores.map((each) => createFirstAdministrator(each, key, cost)));
  expect(new Set(passwords)).toEqual(new Set([await first()]));
});

it('gets another when the key is another, or the account is of a version that recorded a random one', async () => {
  const before = (await first())!;
  const after = (await first(randomBytes(32)))!;
  expect(after).not.toBe(before);
  const { password } = (await accounts.byName('admin'))!;
  expect(await isPassword(after, password!)).toBe(true);
  expect(await isPassword(before, password!)).toBe(false);
});

it('is left alone after a reset, and not made beside other accounts', async () => {
  await first();
  await resetPassword(accounts, 'admin', { cost });
  expect(await first()).toBeNull();

  accounts = new AccountStore(new MemoryRecordStore());
  const password = await hashPassword('a password', cost);
  await accounts.change('ann', () => ({ id: 'ann', name: 'ann', roles: [], password, oneTime: true, generation: 1 }));
  expect(await first()).toBeNull();
});
