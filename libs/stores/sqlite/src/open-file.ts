import Database from 'better-sqlite3';
import { accessSync, constants } from 'node:fs';

/** The most bytes that the write-ahead file keeps once what it held is in the database: some checkpoints' worth. */
export const WAL_KEPT = 16 * 1024 * 1024;

/** Throws if the file cannot be read and written. `FULL` waits for the disk at every commit; with `NORMAL` a power cut may take the last commits, never a part of one. */
export const openFile = (file: string, synchronous: 'FULL' | 'NORMAL', busyTimeout: number): Database.Database => {
  const database = new Database(file, { timeout: busyTimeout });
  // SQLite opens what it may not write, and fails at the first commit only.
  if (!database.memory) accessSync(file, constants.W_OK);
  database.pragma('journal_mode = WAL');
  database.pragma(`journal_size_limit = ${WAL_KEPT}`);
  database.pragma(`synchronous = ${synchronous}`);
  return database;
};
