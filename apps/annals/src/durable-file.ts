import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Replaces a file atomically: after a crash it contains the old or the new text. Only its owner may read it. */
export const replaceFile = async (path: string, text: string): Promise<void> => {
  const temporary = await write(path, text);
  await rename(temporary, path);
  await sync(dirname(path));
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
