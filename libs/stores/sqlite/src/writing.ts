import type { DocumentWrite, FieldValue, Scalar } from '@annals/event-sourcing';
import type { Statement } from 'better-sqlite3';
import { keyOf, toStored, type Stored } from './scalars.js';
import type { Statements } from './statements.js';
import { columnOf, type Tables } from './tables.js';
import { Values } from './values.js';

type Put = DocumentWrite & { readonly body: object };
type Known = readonly [row: number, position: number, ...columns: Stored[]];

const writers = new WeakMap<Tables, Writer>();

/** Stores or removes a document, unless it has seen the event already. Belongs in a transaction. */
export const write = (sql: Statements, tables: Tables, write: DocumentWrite) => {
  const writer = writers.get(tables) ?? new Writer(sql, tables);
  writers.set(tables, writer);
  writer.write(write);
};

const marks = (count: number) => Array.from({ length: count }, () => '?').join();

/** Its statements are looked up once for many documents. */
class Writer {
  private readonly columns: readonly string[];
  private readonly values: readonly (readonly [field: string, values: Values])[];
  private readonly known: Statement<unknown[], Known>;
  private readonly insert: Statement<unknown[], unknown>;

  constructor(
    private readonly sql: Statements,
    private readonly tables: Tables,
  ) {
    const { documents, removed, one, many } = tables;
    this.columns = one.map(columnOf);
    this.values = many.map((field) => [field, new Values(sql, tables.valuesOf(field))]);
    const columns = ['row', 'position', ...this.columns];
    this.known = sql.of<Known>(`SELECT ${columns.join()} FROM ${documents} WHERE id = ?`).raw();
    const inserted = ['id', 'position', 'body', ...this.columns];
    this.insert = sql.of(
      `INSERT INTO ${documents} (${inserted.join()}) SELECT ${marks(inserted.length)}
        WHERE NOT EXISTS (SELECT 1 FROM ${removed} WHERE id = ? AND position >= ?)`,
    );
  }

  write({ body, ...write }: DocumentWrite) {
    const known = this.known.get(write.id);
    if (known && write.position <= known[1]) return;
    if (!body) this.remove(write, known);
    else if (known) this.update({ body, ...write }, known);
    else this.add({ body, ...write });
  }

  private add({ id, position, body, fields }: Put) {
    const columns = this.columnsOf(fields);
    const { changes, lastInsertRowid } = this.insert.run(id, position, JSON.stringify(body), ...columns, id, position);
    if (changes === 0) return;
    for (const [field, values] of this.values) values.add(Number(lastInsertRowid), fields[field] ?? []);
  }

  /** Touches only the columns that changed, because each of them may be in many indexes, and most events change none. */
  private update({ position, body, fields }: Put, [row, , ...before]: Known) {
    const after = this.columnsOf(fields);
    const changed = after.flatMap((value, index) => (keyOf(value) === keyOf(before[index]!) ? [] : [index]));
    const set = ['position', 'body', ...changed.map((index) => this.columns[index])];
    const text = `UPDATE ${this.tables.documents} SET ${set.map((column) => `${column} = ?`).join()} WHERE row = ?`;
    this.sql.of(text).run(position, JSON.stringify(body), ...changed.map((index) => after[index]), row);
    for (const [field, values] of this.values) values.replace(row, fields[field] ?? []);
  }

  private remove({ id, position }: Omit<DocumentWrite, 'body'>, known: Known | undefined) {
    const { documents, removed } = this.tables;
    if (known) {
      for (const [, values] of this.values) values.remove(known[0]);
      this.sql.of(`DELETE FROM ${documents} WHERE row = ?`).run(known[0]);
    }
    this.sql
      .of(`INSERT INTO ${removed} VALUES (?, ?) ON CONFLICT DO UPDATE SET position = max(position, excluded.position)`)
      .run(id, position);
  }

  private columnsOf(fields: Readonly<Record<string, FieldValue>>): readonly Stored[] {
    return this.tables.one.map((field) => toStored((fields[field] ?? null) as Scalar));
  }
}
