import type { Database, Statement } from 'better-sqlite3';

const MOST = 1_000; // reads

/**
 * Reads without a wait in between see one state of the file: no collection changes or disappears between them, and the
 * file is locked only once, which costs more than a read. A chain of more reads sees what other connections have written
 * meanwhile, because it may be waiting for that.
 */
export class Snapshot {
  private readonly begin: Statement;
  private readonly commit: Statement;
  private isOpen = false;
  private reads = 0;

  constructor(
    private readonly database: Database,
    /** Called at the beginning of each snapshot. */
    private readonly begun: () => void = () => undefined,
  ) {
    this.begin = database.prepare('BEGIN');
    this.commit = database.prepare('COMMIT');
  }

  of<Answer>(read: () => Answer): Answer {
    if ((this.reads += 1) > MOST) this.end();
    if (!this.isOpen && !this.database.inTransaction) {
      this.begin.run();
      this.isOpen = true;
      this.reads = 1;
      process.nextTick(this.end); // runs after all synchronous work
      this.begun();
    }
    return read();
  }

  /** Must be called before a write, which cannot be based on an outdated snapshot. */
  readonly end = (): void => {
    if (!this.isOpen) return;
    this.isOpen = false;
    this.commit.run();
  };
}
