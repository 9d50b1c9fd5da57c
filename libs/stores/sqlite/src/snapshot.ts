import type { Database, Statement } from 'better-sqlite3';

/**
 * Reads that follow each other without waiting see the file at one moment: a collection does not change or go between
 * two of them, and the file is locked once for all, which costs more than a read.
 */
export class Snapshot {
  private readonly begin: Statement;
  private readonly commit: Statement;
  private isOpen = false;

  constructor(private readonly database: Database) {
    this.begin = database.prepare('BEGIN');
    this.commit = database.prepare('COMMIT');
  }

  of<Answer>(read: () => Answer): Answer {
    if (!this.isOpen && !this.database.inTransaction) {
      this.begin.run();
      this.isOpen = true;
      process.nextTick(() => this.end()); // comes when nothing is left to be done without waiting
    }
    return read();
  }

  /** To be called before a write, which could not go on from what is no longer the last state. */
  end() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.commit.run();
  }
}
