import { copyDatabase, copyLog } from '@annals/store-sqlite';
import { copyFile, mkdir, readdir, stat } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { apiDescription, type Engine } from '@annals/composition';
import { replaceFile } from './durable-file.js';
import { DATA, isInside, LOG, MANIFEST, sealed, type Manifest } from './manifest.js';
import { displayProgress, type ProgressDisplay } from './progress.js';

/** `annals backup`: copies the data folder into a new folder, whether or not Annals is running. */
export const backUp = async (engine: Engine, folder: string): Promise<void> => {
  const { dataDir, eventStoreUrl } = engine.configuration;
  const display = displayProgress('Back-up');
  try {
    if (eventStoreUrl !== undefined)
      throw new Error('the log is in an EventStoreDB, which has its own means of backup.');
    await prepare(dataDir, folder);
    const { position, files } = await copyAll(dataDir, folder, display);
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    display.end();
    const size = `${files.length} files, ${(bytes / 1_000_000).toFixed(1)} MB`;
    console.log(`${folder} holds ${position.toLocaleString('en')} events and all other data: ${size}.`);
  } catch (error) {
    throw new Error(`The backup to ${folder} failed: ${(error as Error).message}`, { cause: error });
  } finally {
    display.end();
  }
};

const prepare = async (dataDir: string, folder: string) => {
  if (isInside(relative(resolve(dataDir), resolve(folder)))) throw new Error('it would be in the data folder.');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new Error('it is not empty.');
};

/**
 * The log is copied last, so that the copy contains every event that the other files reflect; views catch up with the
 * rest after the restore. In the other order, views could contain data without an event.
 */
const copyAll = async (dataDir: string, folder: string, display: ProgressDisplay): Promise<Manifest> => {
  const target = join(folder, DATA);
  const others = (await filesIn(dataDir)).filter((name) => name !== LOG);
  const files = [];
  for (const name of others) if (await copyOther(dataDir, target, name)) files.push(await sealed(target, name));
  const takenAt = new Date().toISOString();
  const position = await copyLog(join(dataDir, LOG), join(target, LOG), (done, total) => display.show({ done, total }));
  files.push(await sealed(target, LOG));

  const { version } = apiDescription();
  const manifest: Manifest = { format: 1, version, takenAt, position, files };
  await replaceFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
};

/** With slashes; without the side files of SQLite, whose content goes into the copy of the database. */
const filesIn = async (dataDir: string): Promise<readonly string[]> => {
  const names = await readdir(dataDir, { recursive: true });
  const stats = await Promise.all(names.map((name) => stat(join(dataDir, name)).catch(() => undefined)));
  return names
    .filter((name, index) => stats[index]?.isFile() && !/\.db-(wal|shm|journal)$/.test(name))
    .map((name) => name.replaceAll(sep, '/'))
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
