import Database from 'better-sqlite3';

/** `FULL` waits for the disk at every commit; with `NORMAL` a power cut may take the last commits, never a part of one. */
export const openFile = (file: string, synchronous: 'FULL' | 'NORMAL', busyTimeout: number): Database.Database => {
  const database = new Database(file, { timeout: busyTimeout });
  database.pragma('journal_mode = WAL');
  database.pragma(`synchronous = ${synchronous}`);
  return database;
};
