import Database from 'better-sqlite3';
import { addExactSum } from './exact-sum.js';
import { accessSync, chmodSync, constants, statSync } from 'node:fs';
import { AGAIN, isLocked } from './unlocked.js';

/** Maximum size of the write-ahead file after a checkpoint, in bytes. */
export const WAL_KEPT = 16 * 1024 * 1024;
// A frequently changed page is copied from the write-ahead file to the database once instead of many times.
const CHECKPOINT = 4_000; // pages, as many as are kept

/** Throws if the file cannot be read and written. `FULL` flushes to disk at every commit; with `NORMAL` a power failure may lose the last commits, but never a part of one. */
export const openFile = (file: string, synchronous: 'FULL' | 'NORMAL', busyTimeout: number): Database.Database => {
  const database = new Database(file, { timeout: busyTimeout });
  // SQLite also opens read-only files and fails only at the first commit.
  if (!database.memory) accessSync(file, constants.W_OK);
  if (!database.memory) keepPrivate(file);
  writeAhead(database, busyTimeout);
  database.pragma(`journal_size_limit = ${WAL_KEPT}`);
  database.pragma(`synchronous = ${synchronous}`);
  database.pragma(`wal_autocheckpoint = ${CHECKPOINT}`);
  return database;
};

/** Two programs that open a new file together lock each other out here, and SQLite does not wait although it has a timeout. */
const writeAhead = (database: Database.Database, patience: number) => {
  const end = performance.now() + patience;
  for (;;) {
    try {
      return void database.pragma('journal_mode = WAL');
    } catch (error) {
      if (!isLocked(error) || performance.now() >= end) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, AGAIN);
    }
  }
};

/** Older versions left files readable for other users of the machine. Files beside a new one get its mode from SQLite. */
const keepPrivate = (file: string) => {
  for (const each of [file, `${file}-wal`, `${file}-shm`]) {
    const mode = statSync(each, { throwIfNoEntry: false })?.mode ?? 0;
    if (mode & 0o077) chmodSync(each, mode & 0o700);
  }
};

// A search examines thousands of rows, and a system call per page would cost more than the row.
const MAPPED = 2 ** 30; // bytes
// Changed pages of a transaction that is larger are written to the write-ahead file before its end, and then again.
const CACHED = 8_000; // KiB

/** The file of views. They can be rebuilt, so commits need not be flushed. */
export const openViews = (file: string, busyTimeout: number, mapped = MAPPED): Database.Database => {
  const database = openFile(file, 'NORMAL', busyTimeout);
  addExactSum(database);
  database.pragma(`mmap_size = ${mapped}`);
  database.pragma(`cache_size = -${CACHED}`);
  return database;
};
