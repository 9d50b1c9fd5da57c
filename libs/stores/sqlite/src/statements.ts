import type { Database, Statement } from 'better-sqlite3';

const KEPT = 500; // statements

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
