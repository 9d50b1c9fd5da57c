import { randomUUID } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Replaces a file atomically: after a crash it contains the old or the new text. Only its owner may read it. */
export const replaceFile = async (path: string, text: string): Promise<void> => {
  const temporary = await write(path, text);
  await rename(temporary, path);
  await sync(dirname(path));
};

/** Creates a file atomically and returns whether it was created; an existing file is unchanged. */
export const createFile = async (path: string, text: string): Promise<boolean> => {
  const temporary = await write(path, text);
  try {
    await link(temporary, path); // unlike a rename, it never replaces a file that another process has created meanwhile
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
    await rm(temporary); // so that a full disk is not filled further
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
