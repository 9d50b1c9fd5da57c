import { copyDatabase, copyLog, SqliteRecordStore } from '@annals/store-sqlite';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { apiDescription, BLOBS, copyBlobs, copyRecords, type Engine } from '@annals/composition';
import { FolderBlobStore, INCOMING } from '@annals/store-folder';
import { replaceFile } from './durable-file.js';
import { DATA, isInside, LOG, MANIFEST, RECORDS, sealed, type CopiedFile, type Manifest } from './manifest.js';
import { displayProgress, type ProgressDisplay } from './progress.js';
import { print } from './print.js';
import { warnOfGaps } from './warn-of-gaps.js';

/**
 * `annals backup`: copies the records and the data folder into a new folder, whether or not Annals is running. An
 * EventStoreDB is not copied, and neither are views in MongoDB, which can be rebuilt.
 */
export const backUp = async (engine: Engine, folder: string): Promise<void> => {
  const { dataDir } = engine.configuration;
  const display = displayProgress('Back-up');
  try {
    await prepare(dataDir, folder);
    const { position, files } = await copyAll(engine, folder, display);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    display.end();
    const size = `${files.length} files, ${(bytes / 1_000_000).toFixed(1)} MB`;
    const log = position === null ? 'no log, which the EventStoreDB has to back up' : eventsText(position);
    print(`${folder} holds ${log} and all other data: ${size}.`);
    await warnOfGaps(engine.log, 'the log');
  } catch (error) {
    throw new Error(`The backup to ${folder} failed: ${(error as Error).message}`, { cause: error });
  } finally {
    display.end();
  }
};

const eventsText = (position: number) => `${position.toLocaleString('en')} events`;

const prepare = async (dataDir: string, folder: string) => {
  if (isInside(relative(resolve(dataDir), resolve(folder)))) throw new Error('it would be in the data folder.');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new Error('it is not empty.');
};

/**
 * The log is copied after views and records, so that the copy contains every event that they reflect; views catch up with the
 * rest after the restore. In the other order, views could contain data without an event. Files that were stored meanwhile come
 * last, so that the copy contains the content of every attachment.
 */
const copyAll = async (engine: Engine, folder: string, display: ProgressDisplay): Promise<Manifest> => {
  const { dataDir, eventStoreUrl, readStoreUrl } = engine.configuration;
  const target = join(folder, DATA);
  const files: CopiedFile[] = [];
  if (readStoreUrl !== undefined)
    files.push(await exportRecords(engine, target), ...(await exportBlobs(engine, target)));
  const others = (await filesIn(dataDir)).filter((name) => name !== LOG);
  for (const name of others) if (await copyOther(dataDir, target, name)) files.push(await sealed(target, name));
  const takenAt = new Date().toISOString();
  const show = (done: number, total: number) => display.show({ done, total });
  const position = eventStoreUrl === undefined ? await copyLog(join(dataDir, LOG), join(target, LOG), show) : null;
  if (position !== null) files.push(await sealed(target, LOG));
  files.push(...(await exportBlobs(engine, target)));

  const { version } = apiDescription();
  const manifest: Manifest = { format: 1, version, takenAt, position, files };
  await replaceFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
};

/** Into the file that records in the data folder have, so that a backup can be restored into either engine. */
const exportRecords = async ({ records }: Engine, target: string): Promise<CopiedFile> => {
  await mkdir(target, { recursive: true, mode: 0o700 });
  const copy = new SqliteRecordStore({ file: join(target, RECORDS) });
  try {
    await copyRecords(records, copy);
  } finally {
    await copy.close();
  }
  return sealed(target, RECORDS);
};

const exportBlobs = async ({ blobs }: Engine, target: string): Promise<readonly CopiedFile[]> => {
  const folder = join(target, BLOBS);
  const names = await copyBlobs(blobs, new FolderBlobStore({ folder }));
  await rm(join(folder, INCOMING), { recursive: true, force: true });
  return Promise.all(names.map((name) => sealed(target, `${BLOBS}/${name}`)));
};

/**
 * With slashes; without the side files of SQLite, whose content goes into the copy of the database, and without stored files
 * that are not complete.
 */
const filesIn = async (dataDir: string): Promise<readonly string[]> => {
  const names = existsSync(dataDir) ? await readdir(dataDir, { recursive: true }) : [];
  const stats = await Promise.all(names.map((name) => stat(join(dataDir, name)).catch(() => undefined)));
  return names
    .filter((name, index) => stats[index]?.isFile() && !/\.db-(wal|shm|journal)$/.test(name))
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => !name.startsWith(`${BLOBS}/${INCOMING}/`))
    .toSorted();
};

/** Whether the file still existed: temporary files that replace another file disappear quickly. */
const copyOther = async (dataDir: string, target: string, name: string): Promise<boolean> => {
  const [from, to] = [join(dataDir, name), join(target, name)];
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  try {
    await (name.endsWith('.db') ? copyDatabase(from, to) : copyFile(from, to));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
};
