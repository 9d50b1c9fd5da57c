import { CheckpointConflict, type Commit, type DocumentWrite, type Scalar } from '@annals/event-sourcing';
import type { Statement } from 'better-sqlite3';
import type { Bodies } from './bodies.js';
import type { Catalogue } from './catalogue.js';
import type { Reading } from './finding.js';
import type { LastWritten, Written } from './last-written.js';
import { keyOf, toStored, type Stored } from './scalars.js';
import type { Statements } from './statements.js';
import { columnOf, type Tables } from './tables.js';
import { Values } from './values.js';

type Put = DocumentWrite & { readonly body: object };
type Row = readonly [row: number, position: number, ...columns: Stored[]];

const writers = new WeakMap<Tables, Writer>();

/** Stores or removes documents that have not applied the event yet, and moves the checkpoint. Must run in a transaction. */
export const writeCommit = (
  reads: Reading,
  catalogue: Catalogue,
  { collection, checkpoint, writes }: Commit,
  last: LastWritten,
) => {
  const tables = catalogue.tables(collection);
  const isElsewhere = checkpoint && catalogue.checkpoint(collection) !== checkpoint.expected;
  if (!tables || isElsewhere) throw new CheckpointConflict(collection);
  catalogue.changed();
  write(reads, tables, writes, last);
  if (checkpoint) catalogue.advance(collection, checkpoint.next);
};

const write = ({ sql, bodies }: Reading, tables: Tables, writes: readonly DocumentWrite[], last: LastWritten) => {
  const writer = writers.get(tables) ?? new Writer(sql, bodies, tables);
  writers.set(tables, writer);
  const written = last.of(tables);
  for (const each of writes) writer.write(each, written);
};

const marks = (count: number) => Array.from({ length: count }, () => '?').join();

/** Its statements are prepared once for many documents. */
class Writer {
  private readonly columns: readonly string[];
  private readonly values: readonly (readonly [field: string, values: Values])[];
  private readonly known: Statement<unknown[], Row>;
  private readonly insert: Statement<unknown[], unknown>;

  constructor(
    private readonly sql: Statements,
    private readonly bodies: Bodies,
    private readonly tables: Tables,
  ) {
    const { documents, removed, columns: single, many } = tables;
    this.columns = single.map(columnOf);
    this.values = many.map((field) => [field, new Values(sql, tables.valuesOf(field))]);
    const columns = ['row', 'position', ...this.columns];
    this.known = sql.of<Row>(`SELECT ${columns.join()} FROM ${documents} WHERE id = ?`).raw();
    const inserted = ['id', 'position', 'body', ...this.columns];
    this.insert = sql.of(
      `INSERT INTO ${documents} (${inserted.join()}) SELECT ${marks(inserted.length)}
        WHERE NOT EXISTS (SELECT 1 FROM ${removed} WHERE id = ? AND position >= ?)`,
    );
  }

  write({ body, ...write }: DocumentWrite, written: Map<string, Written>) {
    const known = written.get(write.id) ?? this.read(write.id);
    if (known && write.position <= known.position) return;
    const next = body ? this.put({ body, ...write }, known) : this.remove(write, known);
    if (next) written.set(write.id, next);
    else written.delete(write.id);
  }

  private read(id: string): Written | undefined {
    const found = this.known.get(id);
    if (!found) return undefined;
    const [row, position, ...columns] = found;
    return { row, position, columns };
  }

  private put(put: Put, known: Written | undefined): Written | undefined {
    const columns = this.tables.columns.map((field) => toStored((put.fields[field] ?? null) as Scalar));
    const many = this.tables.many.map((field) => put.fields[field] ?? []);
    const row = known ? this.update(put, columns, known) : this.add(put, columns);
    if (row === undefined) return undefined;
    this.values.forEach(([, values], index) => {
      if (!known) values.add(row, many[index]!);
      else if (known.many?.[index] !== many[index]) values.replace(row, many[index]!);
    });
    return { row, position: put.position, columns, many };
  }

  private add(put: Put, columns: readonly Stored[]): number | undefined {
    const { id, position } = put;
    const body = this.stored(put, columns);
    const { changes, lastInsertRowid } = this.insert.run(id, position, body, ...columns, id, position);
    return changes === 0 ? undefined : Number(lastInsertRowid);
  }

  /** Writes only changed columns, because a column may be in many indexes and most events change none of them. */
  private update(put: Put, after: readonly Stored[], { row, columns: before }: Written): number {
    const changed = after.flatMap((value, index) => (keyOf(value) === keyOf(before[index]!) ? [] : [index]));
    const set = ['position', 'body', ...changed.map((index) => this.columns[index])];
    const text = `UPDATE ${this.tables.documents} SET ${set.map((column) => `${column} = ?`).join()} WHERE row = ?`;
    this.sql.of(text).run(put.position, this.stored(put, after), ...changed.map((index) => after[index]), row);
    return row;
  }

  private stored({ id, body }: Put, columns: readonly Stored[]): string | Buffer {
    return this.tables.layout === 'json' ? JSON.stringify(body) : this.bodies.pack(body, id, columns);
  }

  private remove({ id, position }: Omit<DocumentWrite, 'body'>, known: Written | undefined): undefined {
    const { documents, removed } = this.tables;
    if (known) {
      for (const [, values] of this.values) values.remove(known.row);
      this.sql.of(`DELETE FROM ${documents} WHERE row = ?`).run(known.row);
    }
    this.sql
      .of(`INSERT INTO ${removed} VALUES (?, ?) ON CONFLICT DO UPDATE SET position = max(position, excluded.position)`)
      .run(id, position);
  }
}
