import type { Database } from 'better-sqlite3';
import type { Statements } from './statements.js';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS "annals shapes" (
    id   INTEGER PRIMARY KEY,
    keys TEXT NOT NULL UNIQUE
  ) STRICT;
`;

const MOST = 4_000; // lists
const LONGEST = 2_000; // characters
// Keys with other characters are data, such as the ids of deals, and hardly ever come again in the same combination.
const NAME = /^[A-Za-z]+$/;

/** The lists of keys that objects in documents have, by small numbers that never change. */
export class Shapes {
  private readonly numbers = new Map<string, number>();
  private readonly lists = new Map<number, readonly string[]>();

  constructor(
    database: Database,
    private readonly sql: Statements,
  ) {
    database.exec(SCHEMA);
  }

  /** The number of a list of keys; `undefined` if it must be written out. Must be called in a writing transaction. */
  numberOf(keys: readonly string[]): number | undefined {
    const text = keys.join();
    const known = this.numbers.get(text) ?? this.add(text, keys);
    return known !== undefined && this.lists.get(known)!.length === keys.length ? known : undefined;
  }

  keysOf(number: number): readonly string[] {
    const known = this.lists.get(number);
    if (known) return known;
    this.load(); // another connection may have added it
    const loaded = this.lists.get(number);
    if (!loaded) throw new Error(`A document has the shape ${number}, which the file does not list.`);
    return loaded;
  }

  /** Must be called when a transaction was rolled back, because its numbers may be given again. */
  forget() {
    this.numbers.clear();
    this.lists.clear();
  }

  private add(text: string, keys: readonly string[]): number | undefined {
    if (text.length > LONGEST || !keys.every((key) => NAME.test(key))) return undefined;
    if (this.lists.size === 0) this.load();
    const known = this.numbers.get(text);
    if (known !== undefined || this.lists.size >= MOST) return known;
    const added = 'INSERT INTO "annals shapes" (keys) VALUES (?) ON CONFLICT DO UPDATE SET keys = keys RETURNING id';
    return this.keep(this.sql.of<number>(added).pluck().get(text)!, text);
  }

  private load() {
    for (const [number, text] of this.sql.of<[number, string]>('SELECT id, keys FROM "annals shapes"').raw().all())
      this.keep(number, text);
  }

  private keep(number: number, text: string): number {
    this.numbers.set(text, number);
    this.lists.set(number, text === '' ? [] : text.split(','));
    return number;
  }
}
