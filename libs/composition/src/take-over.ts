import { accountRecord, KEYS, keysIn, keysRecord, type Account, type RecordedKeys } from '@annals/auth/accounts';
import { createRecord, type BlobStore, type RecordStore } from '@annals/event-sourcing';
import { takeOverImports } from '@annals/importing/take-over';
import { FolderBlobStore } from '@annals/store-folder';
import { SqliteRecordStore } from '@annals/store-sqlite';
import { existsSync } from 'node:fs';
import { open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { copyBlobs, copyRecords } from './copy-records.js';
import { BLOBS } from './stores.js';

/** The suffix of files whose content has been stored elsewhere. */
const TAKEN_OVER = '.taken-over';

type Kept = { readonly records: RecordStore; readonly blobs: BlobStore };

/**
 * Stores the accounts, keys, import journals and error files that Annals 0.1 kept in files of the data folder, and renames
 * the files once their content is durable. Records that exist are not changed, so that it can be repeated after a crash, also
 * by several processes at once. Throws if a file cannot be read, or if its keys differ from the recorded ones.
 */
export const takeOverFiles = async (dataDir: string, { records, blobs }: Kept): Promise<void> => {
  await takeOver(join(dataDir, 'accounts.json'), async (path, text) => {
    for (const account of accountsIn(path, text)) await createRecord(records, accountRecord(account));
  });
  await takeOver(join(dataDir, 'keys.json'), async (path, text) => {
    const body = recordedKeysIn(path, text);
    const recorded = await createRecord(records, keysRecord(body));
    if (!isDeepStrictEqual(recorded.body, body)) throw otherKeys(path);
  });
  await takeOverImports(join(dataDir, 'imports'), { records, blobs }, TAKEN_OVER);
  await sync(dataDir);
};

/**
 * Moves the records and stored files of the data folder into other stores, under the same conditions: at the first start
 * after READ_STORE_URL was set.
 */
export const takeOverStores = async (dataDir: string, { records, blobs }: Kept): Promise<void> => {
  await takeOverRecords(dataDir, records);
  const folder = join(dataDir, BLOBS);
  if (!existsSync(folder)) return;
  await copyBlobs(new FolderBlobStore({ folder }), blobs);
  await unlessMissing(rename(folder, `${folder}${TAKEN_OVER}`)); // another process may have renamed it
  await sync(dataDir);
};

const takeOverRecords = async (dataDir: string, records: RecordStore): Promise<void> => {
  const path = join(dataDir, 'records.db');
  if (!existsSync(path)) return;
  const from = new SqliteRecordStore({ file: path });
  try {
    const [own, there] = await Promise.all([from, records].map((store) => store.get(KEYS.kind, KEYS.id)));
    if (own && there && !isDeepStrictEqual(own.body, there.body)) throw otherKeys(path);
    await copyRecords(from, records);
  } finally {
    await from.close();
  }
  await unlessMissing(rename(path, `${path}${TAKEN_OVER}`));
  // Left if another process had the file open, they would be taken for those of a new file of this name.
  for (const side of ['-wal', '-shm']) await rm(`${path}${side}`, { force: true });
  await sync(dataDir);
};

/** The keys in the file of Annals 0.1, which stays as it is; `undefined` if there is none. Throws if it cannot be read. */
export const keysInFile = async (dataDir: string): Promise<RecordedKeys | undefined> => {
  const path = join(dataDir, 'keys.json');
  const text = await unlessMissing(readFile(path, 'utf8'));
  return text === undefined ? undefined : recordedKeysIn(path, text);
};

const otherKeys = (path: string) =>
  new Error(`${path} holds other keys than the records. Remove it if it belongs to another installation.`);

const takeOver = async (path: string, record: (path: string, text: string) => Promise<void>) => {
  const text = await unlessMissing(readFile(path, 'utf8'));
  if (text === undefined) return;
  await record(path, text);
  await unlessMissing(rename(path, `${path}${TAKEN_OVER}`)); // another process may have renamed it
};

const accountsIn = (path: string, text: string): readonly Account[] => {
  try {
    return JSON.parse(text) as readonly Account[];
  } catch (error) {
    throw new Error(`The accounts in ${path} cannot be read.`, { cause: error });
  }
};

const recordedKeysIn = (path: string, text: string): RecordedKeys => {
  const body = objectIn(text);
  if (!keysIn(body)) throw new Error(`${path} does not contain the two keys of Annals. Restore it from a backup.`);
  return { token: body.token!, blind: body.blind! };
};

const objectIn = (text: string): Partial<RecordedKeys> => {
  try {
    return Object(JSON.parse(text)) as object;
  } catch {
    return {};
  }
};

const unlessMissing = async <T>(action: Promise<T>): Promise<T | undefined> => {
  try {
    return await action;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const sync = async (folder: string) => {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const handle = await unlessMissing(open(folder, 'r'));
  await handle?.sync();
  await handle?.close();
};
