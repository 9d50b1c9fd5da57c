import { statfsSync } from 'node:fs';

const ENOUGH = 1024 * 1024; // bytes

/** Whether the disk of a folder has room again. */
export const hasRoom = (folder: string): boolean => {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize >= ENOUGH;
};
