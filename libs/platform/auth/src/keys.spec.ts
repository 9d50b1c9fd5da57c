import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadKeys } from './index.js';

let folder: string;
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'annals-keys-'))));
afterEach(() => rm(folder, { recursive: true }));

it('makes the keys at the first start, for nobody else to read', async () => {
  const dataDir = join(folder, 'new', 'data');
  const keys = await loadKeys(dataDir);
  expect([keys.token.length, keys.blind.length]).toEqual([32, 32]);
  expect(keys.token).not.toEqual(keys.blind);
  expect((await stat(join(dataDir, 'keys.json'))).mode & 0o777).toBe(0o600);
  expect(await readdir(dataDir)).toEqual(['keys.json']);
});

it('finds them at the next start', async () => {
  expect(await loadKeys(folder)).toEqual(await loadKeys(folder));
});

it('gives processes that start at the same time the same keys', async () => {
  const [first, ...others] = await Promise.all(Array.from({ length: 8 }, () => loadKeys(folder)));
  for (const other of others) expect(other).toEqual(first);
});

it('signs with the secret of the environment where there is one', async () => {
  const secret = 's'.repeat(32);
  const [own, shared] = [await loadKeys(folder), await loadKeys(folder, secret)];
  expect(shared).toEqual({ token: Buffer.from(secret), blind: own.blind });
});

it.each(['', '{', 'null', '{}', '{"token":"AAAA","blind":"AAAA"}'])(
  'refuses a file that holds %j, and leaves it as it is',
  async (text) => {
    await writeFile(join(folder, 'keys.json'), text);
    await expect(loadKeys(folder)).rejects.toThrow('does not contain the two keys');
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe(text);
  },
);
