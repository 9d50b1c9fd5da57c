import { MemoryRecordStore } from '@annals/store-memory';
import { AccountStore, NameTaken, type Account } from './index.js';

let records: MemoryRecordStore;
let accounts: AccountStore;
beforeEach(() => {
  records = new MemoryRecordStore();
  accounts = new AccountStore(records);
});

const save = (store: AccountStore, account: Account) => store.change(account.id, () => account);

const account = (name: string): Account => ({
  ...{ id: `id-of-${name}`, name, roles: [] },
  ...{ password: 'hash', oneTime: false, generation: 1 },
});

it('is empty where there are no records', async () => {
  expect([await accounts.isEmpty(), await accounts.byName('ann')]).toEqual([true, undefined]);
});

it('finds after a restart what was saved, by id and by name in any case', async () => {
  await save(accounts, account('Ann'));
  const restarted = new AccountStore(records);
  expect(await restarted.byName(' ANN')).toEqual(account('Ann'));
  expect(await restarted.byId('id-of-Ann')).toEqual(account('Ann'));
  expect(await restarted.isEmpty()).toBe(false);
});

it('keeps all of many accounts that are saved at once', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `user-${index}`);
  await Promise.all(names.map((name) => save(accounts, account(name))));
  for (const name of names) expect(await accounts.byName(name)).toEqual(account(name));
  expect(await accounts.all()).toHaveLength(20);
});

it('refuses a name that another account has, and goes on with the next', async () => {
  await save(accounts, account('ann'));
  await expect(save(accounts, { ...account('Ann'), id: 'other' })).rejects.toThrow(NameTaken);
  await save(accounts, account('bob'));
  expect(await accounts.byName('bob')).toBeDefined();
});

it('frees the name that an account had before', async () => {
  await save(accounts, account('ann'));
  await save(accounts, { ...account('ann'), name: 'anna' });
  expect([await accounts.byName('ann'), await accounts.byName('anna')]).toMatchObject([undefined, { name: 'anna' }]);
  await save(accounts, { ...account('ann'), id: 'other' });
});

it('loses nothing of what several processes change at the same time', async () => {
  const stores = Array.from({ length: 4 }, () => new AccountStore(records));
  await save(accounts, { ...account('ann'), generation: 0 });
  const raise = (store: AccountStore) =>
    store.change('id-of-ann', (known) => ({ ...known!, generation: known!.generation + 1 }));
  await Promise.all(stores.flatMap((store) => Array.from({ length: 5 }, () => raise(store))));
  expect(await accounts.byName('ann')).toMatchObject({ generation: 20 });
});

it('sees at once who is new by name, and a session that another process has opened', async () => {
  const other = new AccountStore(records);
  await accounts.byId('id-of-ann');
  const sessions = [{ id: 'new', hash: 'hash', expiresAt: '2030-01-01T00:00:00.000Z' }];
  await save(other, { ...account('ann'), sessions });
  expect(await accounts.byName('ann')).toBeDefined();
  expect(await accounts.byCredential('new')).toMatchObject({ name: 'ann' });
});

it('notices its own changes at once', async () => {
  await save(accounts, account('ann'));
  await accounts.byId('id-of-ann');
  await save(accounts, { ...account('ann'), generation: 2 });
  expect(await accounts.byId('id-of-ann')).toMatchObject({ generation: 2 });
});

it('finds an account by a session or a key of it', async () => {
  const key = { id: 'k', hash: '', name: '', issuedAt: '', expiresAt: null, revokedAt: null };
  await save(accounts, { ...account('ann'), sessions: [{ id: 's', hash: '', expiresAt: '' }], apiKeys: [key] });
  expect([await accounts.byCredential('s'), await accounts.byCredential('k')]).toMatchObject([
    { name: 'ann' },
    { name: 'ann' },
  ]);
  expect(await accounts.byCredential('x')).toBeUndefined();
});

describe('while the store does not answer', () => {
  const outage = () => {
    const store = new (class extends MemoryRecordStore {
      read = () => Promise.resolve();
      override async get(kind: string, id: string) {
        await this.read();
        return super.get(kind, id);
      }
    })();
    return { store, accounts: new AccountStore(store) };
  };

  it.each([
    ['fails', () => Promise.reject(new Error('The server is away.'))],
    ['is silent', () => new Promise<void>(() => undefined)],
  ])('an account that is known is taken as it was when the store %s', async (_, read) => {
    const { store, accounts: known } = outage();
    await save(known, account('ann'));
    await known.byId('id-of-ann');
    store.read = read;
    for (const since = performance.now(); performance.now() - since < 250;)
      expect(await known.byId('id-of-ann')).toMatchObject({ name: 'ann' });
    expect(await known.byId('id-of-ann')).toMatchObject({ name: 'ann' });
  });

  it('an account that is not known is an error, and a change too', async () => {
    const { store, accounts: unknown } = outage();
    store.read = () => Promise.reject(new Error('The server is away.'));
    await expect(unknown.byId('id-of-ann')).rejects.toThrow('The server is away.');
    await expect(save(unknown, account('ann'))).rejects.toThrow('The server is away.');
  });
});
