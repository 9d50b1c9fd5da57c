import type { Database, Transaction } from 'better-sqlite3';
import { setTimeout as delay } from 'node:timers/promises';
import { codeOf } from './fault.js';

const AT_ONCE = 20; // milliseconds for which the event loop may stand still
/** Milliseconds between two attempts. */
export const AGAIN = 20;

/** From now on a write to a locked file fails at once and is tried again later, because SQLite would stop the event loop while it waits. */
export const failFast = (database: Database) => void database.pragma(`busy_timeout = ${AT_ONCE}`);

/** Whether another program has locked the file. */
export const isLocked = (error: unknown) => codeOf(error).startsWith('SQLITE_BUSY');

/** Transactions for which other programs that lock the file are waited for up to `patience` milliseconds. */
export class Writes {
  private readonly transaction: Transaction<(work: () => unknown) => unknown>;

  constructor(
    private readonly database: Database,
    private readonly patience: number,
    /** Called before each attempt. */
    private readonly before: () => void = () => undefined,
  ) {
    this.transaction = database.transaction((work: () => unknown) => work());
    failFast(database);
  }

  // IMMEDIATE locks before anything is compared, and a transaction that begins by reading cannot wait for another writer.
  async run<Answer>(work: () => Answer): Promise<Answer> {
    const end = performance.now() + this.patience;
    for (;;) {
      try {
        this.before();
        return this.transaction.immediate(work) as Answer;
      } catch (error) {
        if (!isLocked(error) || performance.now() >= end) throw error;
        await delay(AGAIN);
        if (!this.database.open) throw error;
      }
    }
  }
}
