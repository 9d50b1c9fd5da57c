import Database from 'better-sqlite3';

const STEP = 256; // pages between two turns of the event loop

/** Called after each part of a copy with the number of pages. */
export type Copied = (pages: number, total: number) => void;

/** Copies the current state of a file while other processes write to it; their later changes are not in the copy. */
export const copyDatabase = (from: string, to: string, copied?: Copied): Promise<void> =>
  withSnapshot(from, (database) => copy(database, to, copied));

/** As `copyDatabase`; returns the position of the last event in the copy, 0 for an empty log. */
export const copyLog = (from: string, to: string, copied?: Copied): Promise<number> =>
  withSnapshot(from, async (database) => {
    const head = database.prepare<[], number | null>('SELECT max(position) FROM events').pluck().get();
    await copy(database, to, copied);
    return head ?? 0;
  });

const copy = async (database: Database.Database, to: string, copied?: Copied) => {
  await database.backup(to, {
    progress: ({ totalPages, remainingPages }) => {
      copied?.(totalPages - remainingPages, totalPages);
      return STEP;
    },
  });
};

/** In one read transaction, because otherwise a copy restarts whenever another process commits. */
const withSnapshot = async <T>(file: string, work: (database: Database.Database) => Promise<T>): Promise<T> => {
  const database = new Database(file, { fileMustExist: true });
  try {
    database.exec('BEGIN; SELECT 1 FROM sqlite_schema;');
    return await work(database);
  } finally {
    database.close();
  }
};
