import { configurationOf } from '@annals/composition';
import { SqliteEventStore } from '@annals/store-sqlite';
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DATA, LOG, readManifest, sealed, type CopiedFile, type Manifest } from './manifest.js';
import { displayProgress } from './progress.js';

/** Holds files that are not verified yet; after a killed restore it remains, and the next restore starts over. */
const STAGED = '.restoring';

/** `annals restore`: restores a backup into an empty data folder, completely or not at all. */
export const restore = async (folder: string): Promise<void> => {
  const { dataDir } = configurationOf(process.env);
  const manifest = await readManifest(folder);
  await prepare(dataDir);
  const staged = join(dataDir, STAGED);
  try {
    await stage(folder, staged, manifest);
    for (const name of await readdir(staged)) await rename(join(staged, name), join(dataDir, name));
  } finally {
    await rm(staged, { recursive: true, force: true });
  }
  await sync(dataDir);
  const { position, takenAt } = manifest;
  console.log(`${dataDir} holds ${position.toLocaleString('en')} events and all other data as of ${takenAt}.`);
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
    if ((await headOf(staged)) !== position) throw damaged(folder, LOG);
  } finally {
    display.end();
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

const headOf = async (staged: string) => {
  const log = new SqliteEventStore({ file: join(staged, LOG) });
  try {
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
