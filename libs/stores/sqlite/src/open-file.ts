import Database from 'better-sqlite3';
import { accessSync, constants } from 'node:fs';

/** Maximum size of the write-ahead file after a checkpoint, in bytes. */
export const WAL_KEPT = 16 * 1024 * 1024;

/** Throws if the file cannot be read and written. `FULL` flushes to disk at every commit; with `NORMAL` a power failure may lose the last commits, but never a part of one. */
export const openFile = (file: string, synchronous: 'FULL' | 'NORMAL', busyTimeout: number): Database.Database => {
  const database = new Database(file, { timeout: busyTimeout });
  // SQLite also opens read-only files and fails only at the first commit.
  if (!database.memory) accessSync(file, constants.W_OK);
  database.pragma('journal_mode = WAL');
  database.pragma(`journal_size_limit = ${WAL_KEPT}`);
  database.pragma(`synchronous = ${synchronous}`);
  return database;
};
