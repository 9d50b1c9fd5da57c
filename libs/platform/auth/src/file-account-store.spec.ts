import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
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

const account = (name: string): Account => ({
  ...{ id: `id-of-${name}`, name, roles: [] },
  ...{ password: 'hash', oneTime: false, generation: 1 },
});

it('is empty where there is no file', async () => {
  const accounts = await FileAccountStore.open(path);
  expect([await accounts.isEmpty(), await accounts.byName('ann')]).toEqual([true, undefined]);
});

it('finds after a restart what was saved, by id and by name in any case', async () => {
  await (await FileAccountStore.open(path)).save(account('Ann'));
  const accounts = await FileAccountStore.open(path);
  expect(await accounts.byName(' ANN')).toEqual(account('Ann'));
  expect(await accounts.byId('id-of-Ann')).toEqual(account('Ann'));
});

it('keeps all of many accounts that are saved at once, in a file that nobody else may read', async () => {
  const accounts = await FileAccountStore.open(path);
  const names = Array.from({ length: 20 }, (_, index) => `user-${index}`);
  await Promise.all(names.map((name) => accounts.save(account(name))));
  const reopened = await FileAccountStore.open(path);
  for (const name of names) expect(await reopened.byName(name)).toEqual(account(name));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect(await readdir(folder)).toEqual(['accounts.json']);
});

it('refuses a name that another account has, and goes on with the next', async () => {
  const accounts = await FileAccountStore.open(path);
  await accounts.save(account('ann'));
  await expect(accounts.save({ ...account('Ann'), id: 'other' })).rejects.toThrow(NameTaken);
  await accounts.save(account('bob'));
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
