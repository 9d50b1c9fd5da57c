import { randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Replaces a file as a whole: after a crash it holds the old text or the new one. Only its owner may read it. */
export const replaceFile = async (path: string, text: string): Promise<void> => {
  const temporary = await write(path, text);
  await rename(temporary, path);
  await sync(dirname(path));
};

/** Creates a file as a whole and returns whether it was not there yet; a file that is there stays as it is. */
export const createFile = async (path: string, text: string): Promise<boolean> => {
  const temporary = await write(path, text);
  try {
    await link(temporary, path); // unlike a rename, it never replaces what another process has created meanwhile
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    await rm(temporary);
    await sync(dirname(path));
  }
};

const write = async (path: string, text: string): Promise<string> => {
  const temporary = `${path}.${randomUUID()}`;
  const file = await open(temporary, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    await rm(temporary); // a full disk is full enough
    throw error;
  } finally {
    await file.close();
  }
  return temporary;
};

const sync = async (folder: string) => {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};
