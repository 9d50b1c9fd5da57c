import { BLOBS, blobsOf, configurationOf, copyBlobs, copyRecords, recordsOf } from '@annals/composition';
import type { Configuration } from '@annals/configuration';
import type { RecordStore } from '@annals/event-sourcing';
import { FolderBlobStore } from '@annals/store-folder';
import { SqliteEventStore, SqliteRecordStore } from '@annals/store-sqlite';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DATA, LOG, readManifest, RECORDS, VIEWS, sealed, type CopiedFile, type Manifest } from './manifest.js';
import { displayProgress } from './progress.js';
import { print } from './print.js';
import { warnOfGaps } from './warn-of-gaps.js';

/** Holds files that are not verified yet; after a killed restore it remains, and the next restore starts over. */
const STAGED = '.restoring';

/**
 * `annals restore`: restores a backup into an empty data folder, completely or not at all. With READ_STORE_URL, records
 * and stored files go into that database, which must not have records, and the views are rebuilt.
 */
export const restore = async (folder: string): Promise<void> => {
  const configuration = configurationOf(process.env);
  const { dataDir } = configuration;
  const manifest = await readManifest(folder);
  await prepare(dataDir);
  const staged = join(dataDir, STAGED);
  try {
    await stage(folder, staged, manifest);
    if (configuration.readStoreUrl !== undefined) {
      await importRecords(staged, configuration);
      await importBlobs(staged, configuration);
    }
    for (const name of await readdir(staged)) await rename(join(staged, name), join(dataDir, name));
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
  await sync(dataDir);
  const { position, takenAt } = manifest;
  const log = position === null ? 'no log, which the EventStoreDB has,' : `${position.toLocaleString('en')} events`;
  print(`${dataDir} holds ${log} and all other data as of ${takenAt}.`);
};

const prepare = async (dataDir: string) => {
  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const found = (await readdir(dataDir)).filter((name) => name !== STAGED);
  if (found.length > 0) throw new Error(`${dataDir} is not empty. A backup is never restored over existing data.`);
  await rm(join(dataDir, STAGED), { recursive: true, force: true });
};

const stage = async (folder: string, staged: string, { files, position }: Manifest) => {
  const display = displayProgress('Restore');
  const total = files.reduce((sum, { bytes }) => sum + bytes, 0);
  let done = 0;
  try {
    await mkdir(staged, { mode: 0o700 });
    for (const file of files) {
      await bring(folder, staged, file);
      display.show({ done: (done += file.bytes), total });
    }
    if (position !== null && (await headOf(staged)) !== position) throw damaged(folder, LOG);
  } finally {
    display.end();
  }
};

/** Repeatable: it continues where an interrupted restore of the same backup stopped. */
const importRecords = async (staged: string, configuration: Configuration) => {
  const file = join(staged, RECORDS);
  if (existsSync(file)) {
    const [from, to] = [new SqliteRecordStore({ file }), await recordsOf(configuration)];
    try {
      await requireNoOther(from, to);
      await copyRecords(from, to);
    } finally {
      await from.close();
      await to.close();
    }
  }
  for (const name of await readdir(staged))
    if (name.startsWith(RECORDS) || name.startsWith(VIEWS)) await rm(join(staged, name));
};

const importBlobs = async (staged: string, configuration: Configuration) => {
  const folder = join(staged, BLOBS);
  if (!existsSync(folder)) return;
  const to = await blobsOf(configuration);
  try {
    await copyBlobs(new FolderBlobStore({ folder }), to);
  } finally {
    await to.close();
  }
  await rm(folder, { recursive: true });
};

const requireNoOther = async (from: RecordStore, to: RecordStore) => {
  for (const kind of await to.kinds())
    for (const { id, body } of await to.list(kind, { limit: 1 })) {
      const own = await from.get(kind, id);
      if (!own || !isDeepStrictEqual(own.body, body))
        throw new Error('READ_STORE_URL names a database with records. A backup is never restored over existing data.');
    }
};

const bring = async (folder: string, staged: string, file: CopiedFile) => {
  const to = join(staged, file.name);
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await copyFile(join(folder, DATA, file.name), to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw damaged(folder, file.name);
    throw error;
  }
  const { bytes, sha256 } = await sealed(staged, file.name);
  if (bytes !== file.bytes || sha256 !== file.sha256) throw damaged(folder, file.name);
};

const damaged = (folder: string, name: string) =>
  new Error(
    `The backup in ${folder} is damaged: ${DATA}/${name} has changed since it was written. Nothing was restored.`,
  );

/** The head of the restored log. Warns if it is not whole. */
const headOf = async (staged: string) => {
  const log = new SqliteEventStore({ file: join(staged, LOG) });
  try {
    await warnOfGaps(log, 'the log of the backup');
    return await log.head();
  } finally {
    await log.close();
  }
};

const sync = async (folder: string) => {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const handle = await open(folder, 'r');
  await handle.sync();
  await handle.close();
};
