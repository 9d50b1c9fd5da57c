import { randomUUID } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';

const AGAIN = 10; // ms
const PATIENCE = 15_000; // ms
const FORGOTTEN = 5_000; // ms; it is normally held for a few milliseconds

/** Runs `action` under an exclusive lock file. Throws if another process holds it too long. */
export const withFileLock = async <T>(path: string, action: () => Promise<T>): Promise<T> => {
  await acquire(path);
  try {
    return await action();
  } finally {
    await rm(path, { force: true });
  }
};

const acquire = async (path: string) => {
  for (let waited = 0; !(await created(path)); waited += AGAIN) {
    const forgotten = await forgottenIn(path);
    if (forgotten !== undefined) await remove(path, forgotten);
    else if (waited > PATIENCE) throw new Error(`${path} is held by another process.`);
    else await setTimeout(AGAIN);
  }
};

const created = async (path: string): Promise<boolean> => {
  try {
    const file = await open(path, 'wx', 0o600);
    await file.writeFile(`${process.pid} ${randomUUID()}`);
    await file.close();
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
};

/** The content of a lock that a crashed process left. */
const forgottenIn = async (path: string): Promise<string | undefined> => {
  try {
    const [{ mtimeMs }, text] = [await stat(path), await readFile(path, 'utf8')];
    const isOld = Date.now() - mtimeMs > FORGOTTEN;
    return isOld || (text !== '' && !isRunning(Number.parseInt(text, 10))) ? text : undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined; // it was released meanwhile
    throw error;
  }
};

/** Another process may have removed it and hold a new lock. */
const remove = async (path: string, text: string) => {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) !== text) await link(aside, path);
    await rm(aside);
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') throw error;
  }
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
};

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
