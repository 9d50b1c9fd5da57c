import type { Database, Statement } from 'better-sqlite3';

const KEPT = 500; // statements

/**
 * The placeholder of a value that a column is compared with. After each change of a bare `?`, SQLite compiles a statement
 * with an order, groups or a limit anew, which costs more than most reads; so limits are in the text.
 */
export const VALUE = '+?';

/** Caches prepared statements by their text. */
export class Statements {
  private readonly kept = new Map<string, Statement<unknown[], unknown>>();

  constructor(private readonly database: Database) {}

  of<Row>(text: string): Statement<unknown[], Row> {
    const known = this.kept.get(text) ?? this.database.prepare<unknown[], unknown>(text);
    if (this.kept.size >= KEPT) this.kept.clear();
    this.kept.set(text, known);
    return known as Statement<unknown[], Row>;
  }
}
