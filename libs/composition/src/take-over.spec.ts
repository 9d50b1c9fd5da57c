import { AccountStore, loadKeys } from '@annals/auth';
import { type RecordStore, type RecordWrite } from '@annals/event-sourcing';
import { MemoryBlobStore, MemoryRecordStore } from '@annals/store-memory';
import { SqliteRecordStore } from '@annals/store-sqlite';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeOverFiles, takeOverStores } from './take-over.js';

const keys = { token: Buffer.alloc(32, 1).toString('base64url'), blind: Buffer.alloc(32, 2).toString('base64url') };
const accounts = ['ann', 'bob', 'eve'].map((name) => ({
  ...{ id: `id-of-${name}`, name, roles: [], password: 'hash', oneTime: false, generation: 1 },
  sessions: [{ id: `session-of-${name}`, hash: 'hash', expiresAt: '2030-01-01T00:00:00.000Z' }],
}));

let folder: string;
let records: MemoryRecordStore;
let blobs: MemoryBlobStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'annals-taken-'));
  records = new MemoryRecordStore();
  blobs = new MemoryBlobStore();
});
afterEach(() => rm(folder, { recursive: true }));

const put = (name: string, content: unknown) => writeFile(join(folder, name), JSON.stringify(content));
const putAll = async () => {
  await put('accounts.json', accounts);
  await put('keys.json', keys);
};

const expectTakenOver = async (from: RecordStore) => {
  const store = new AccountStore(from);
  expect(await store.all()).toEqual(accounts);
  expect(await store.byCredential('session-of-bob')).toMatchObject({ name: 'bob' });
  expect(Buffer.from((await loadKeys(from)).blind).toString('base64url')).toBe(keys.blind);
  expect(await readdir(folder)).toEqual(['accounts.json.taken-over', 'keys.json.taken-over']);
};

it('records the accounts and keys of the folder, and keeps the files under another name', async () => {
  await putAll();
  await takeOverFiles(folder, { records, blobs });
  await expectTakenOver(records);
  expect(JSON.parse(await readFile(join(folder, 'keys.json.taken-over'), 'utf8'))).toEqual(keys);
});

it('does nothing a second time', async () => {
  await putAll();
  await takeOverFiles(folder, { records, blobs });
  const changed = await new AccountStore(records).change('id-of-ann', (known) => ({ ...known!, generation: 2 }));
  await takeOverFiles(folder, { records, blobs });
  expect(await new AccountStore(records).byName('ann')).toEqual(changed);
});

it('does nothing in a folder without such files, or without a folder', async () => {
  await takeOverFiles(folder, { records, blobs });
  await takeOverFiles(join(folder, 'missing'), { records, blobs });
  expect(await records.kinds()).toEqual([]);
});

it('is repeated after a crash at any moment, and comes to the same', async () => {
  class Crash extends Error {}
  for (let writes = 0; writes <= accounts.length + 1; writes += 1) {
    const store = new (class extends MemoryRecordStore {
      left = writes;
      override async put(record: RecordWrite, expected: string | null) {
        if (this.left-- === 0) throw new Crash();
        return super.put(record, expected);
      }
    })();
    for (const name of await readdir(folder)) await rm(join(folder, name));
    await putAll();
    const crashed = takeOverFiles(folder, { records: store, blobs });
    if (writes <= accounts.length) await expect(crashed).rejects.toThrow(Crash);
    else await crashed;
    store.left = Infinity;
    await takeOverFiles(folder, { records: store, blobs });
    await expectTakenOver(store);
  }
});

it('is done once by several processes that start together', async () => {
  await putAll();
  await Promise.all(Array.from({ length: 5 }, () => takeOverFiles(folder, { records, blobs })));
  await expectTakenOver(records);
});

it('changes no account that is recorded already', async () => {
  await putAll();
  const store = new AccountStore(records);
  await store.change('id-of-ann', () => ({ ...accounts[0]!, generation: 9 }));
  await takeOverFiles(folder, { records, blobs });
  expect(await new AccountStore(records).byName('ann')).toMatchObject({ generation: 9 });
});

it('refuses keys that are not the recorded ones', async () => {
  await loadKeys(records);
  await put('keys.json', keys);
  await expect(takeOverFiles(folder, { records, blobs })).rejects.toThrow('holds other keys than the records');
});

it('does not take a broken file for an empty one', async () => {
  await writeFile(join(folder, 'accounts.json'), '[{"id"');
  await expect(takeOverFiles(folder, { records, blobs })).rejects.toThrow('cannot be read');
});

it.each(['', '{', 'null', '{}', '{"token":"AAAA","blind":"AAAA"}'])(
  'refuses a file of keys that holds %j, and leaves it as it is',
  async (text) => {
    await writeFile(join(folder, 'keys.json'), text);
    await expect(takeOverFiles(folder, { records, blobs })).rejects.toThrow('does not contain the two keys');
    expect(await readFile(join(folder, 'keys.json'), 'utf8')).toBe(text);
  },
);

describe('records of the data folder', () => {
  const inFolder = async (change: (store: SqliteRecordStore) => Promise<unknown>) => {
    const store = new SqliteRecordStore({ file: join(folder, 'records.db') });
    await change(store);
    await store.close();
  };

  beforeEach(async () => {
    await putAll();
    await inFolder((store) => takeOverFiles(folder, { records: store, blobs }));
    for (const name of await readdir(folder)) if (name.endsWith('.taken-over')) await rm(join(folder, name));
  });

  it('are moved into another store once, and the file is kept under another name', async () => {
    await Promise.all([takeOverStores(folder, { records, blobs }), takeOverStores(folder, { records, blobs })]);
    await takeOverStores(folder, { records, blobs });
    expect(await readdir(folder)).toEqual(['records.db.taken-over']);
    await rm(join(folder, 'records.db.taken-over'));
    await putAll();
    await takeOverFiles(folder, { records, blobs });
    await expectTakenOver(records);
  });

  it('are not mixed with those of another installation', async () => {
    await loadKeys(records);
    await expect(takeOverStores(folder, { records, blobs })).rejects.toThrow('holds other keys than the records');
    expect(await readdir(folder)).toContain('records.db');
  });
});
