import { mkdtemp, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createFirstAdministrator, FileAccountStore, NameTaken, type Account } from './index.js';

let path: string;
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annals-accounts-'));
  path = join(folder, 'accounts.json');
});
afterEach(() => rm(folder, { recursive: true }));

const save = (accounts: FileAccountStore, account: Account) => accounts.change(account.id, () => account);

const account = (name: string): Account => ({
  ...{ id: `id-of-${name}`, name, roles: [] },
  ...{ password: 'hash', oneTime: false, generation: 1 },
});

it('is empty where there is no file', async () => {
  const accounts = await FileAccountStore.open(path);
  expect([await accounts.isEmpty(), await accounts.byName('ann')]).toEqual([true, undefined]);
});

it('finds after a restart what was saved, by id and by name in any case', async () => {
  await save(await FileAccountStore.open(path), account('Ann'));
  const accounts = await FileAccountStore.open(path);
  expect(await accounts.byName(' ANN')).toEqual(account('Ann'));
  expect(await accounts.byId('id-of-Ann')).toEqual(account('Ann'));
});

it('keeps all of many accounts that are saved at once, in a file that nobody else may read', async () => {
  const accounts = await FileAccountStore.open(path);
  const names = Array.from({ length: 20 }, (_, index) => `user-${index}`);
  await Promise.all(names.map((name) => save(accounts, account(name))));
  const reopened = await FileAccountStore.open(path);
  for (const name of names) expect(await reopened.byName(name)).toEqual(account(name));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['accounts.json']);
});

it('refuses a name that another account has, and goes on with the next', async () => {
  const accounts = await FileAccountStore.open(path);
  await save(accounts, account('ann'));
  await expect(save(accounts, { ...account('Ann'), id: 'other' })).rejects.toThrow(NameTaken);
  await save(accounts, account('bob'));
  expect(await accounts.byName('bob')).toBeDefined();
});

it('does not take a broken file for an empty one', async () => {
  await writeFile(path, '[{"id"');
  await expect(FileAccountStore.open(path)).rejects.toThrow('cannot be read');
});

it('makes a first administrator once, with a password that is not in the file', async () => {
  const accounts = await FileAccountStore.open(path);
  const password = await createFirstAdministrator(accounts, { N: 2, r: 1, p: 1 });
  expect(password).toMatch(/^([a-z2-9]{5}-){5}[a-z2-9]$/);
  expect(JSON.stringify(await accounts.byName('admin'))).not.toContain(password);
  expect(await createFirstAdministrator(accounts, { N: 2, r: 1, p: 1 })).toBeNull();
});

it('lets one of several processes that start together make the first administrator', async () => {
  const file = join(folder, 'together.json');
  const stores = await Promise.all(Array.from({ length: 5 }, () => FileAccountStore.open(file)));
  const passwords = await Promise.all(stores.map((each) => createFirstAdministrator(each, { N: 2, r: 1, p: 1 })));
  expect(passwords.filter(Boolean)).toHaveLength(1);
});

it('loses nothing of what several processes change at the same time', async () => {
  const stores = await Promise.all(Array.from({ length: 4 }, () => FileAccountStore.open(path)));
  await save(stores[0]!, { ...account('ann'), generation: 0 });
  const raise = (store: FileAccountStore) =>
    store.change('id-of-ann', (known) => ({ ...known!, generation: known!.generation + 1 }));
  await Promise.all(stores.flatMap((store) => Array.from({ length: 5 }, () => raise(store))));
  expect(await (await FileAccountStore.open(path)).byName('ann')).toMatchObject({ generation: 20 });
  expect(await readdir(folder)).toEqual(['accounts.json']);
});

it('sees who is new by name at once', async () => {
  const [one, other] = [await FileAccountStore.open(path), await FileAccountStore.open(path)];
  await save(one, account('ann'));
  expect(await other.byName('ann')).toBeDefined();
  expect(await other.all()).toHaveLength(1);
});

it('knows a session at once that another process has opened', async () => {
  const [here, there] = [await FileAccountStore.open(path), await FileAccountStore.open(path)];
  await here.byId('id-of-ann');
  const sessions = [{ id: 'new', hash: 'hash', expiresAt: '2030-01-01T00:00:00.000Z' }];
  await save(there, { ...account('ann'), sessions });
  expect(await here.byCredential('new')).toMatchObject({ name: 'ann' });
});

it('finds an account by a session or a key of it', async () => {
  const accounts = await FileAccountStore.open(path);
  const key = { id: 'k', hash: '', name: '', issuedAt: '', expiresAt: null, revokedAt: null };
  await save(accounts, { ...account('ann'), sessions: [{ id: 's', hash: '', expiresAt: '' }], apiKeys: [key] });
  expect([await accounts.byCredential('s'), await accounts.byCredential('k')]).toMatchObject([
    { name: 'ann' },
    { name: 'ann' },
  ]);
  expect(await accounts.byCredential('x')).toBeUndefined();
});

it.each([
  ['of a process that is gone', '999999999 left'],
  ['of long ago', `${process.pid} left`],
])('does not wait for the lock %s', async (_, text) => {
  await writeFile(`${path}.lock`, text);
  const longAgo = new Date(Date.now() - 60_000);
  await utimes(`${path}.lock`, longAgo, longAgo);
  const accounts = await FileAccountStore.open(path);
  await save(accounts, account('ann'));
  expect(await readdir(folder)).toEqual(['accounts.json']);
});
