import type { Database, Statement } from 'better-sqlite3';

/**
 * Reads without a wait in between see one state of the file: no collection changes or disappears between them, and the
 * file is locked only once, which costs more than a read.
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
      process.nextTick(() => this.end()); // runs after all synchronous work
    }
    return read();
  }

  /** Must be called before a write, which cannot be based on an outdated snapshot. */
  end() {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.commit.run();
  }
}
