import type { DocumentWrite, FieldValue, Scalar } from '@annals/event-sourcing';
import { toStored, type Stored } from './scalars.js';
import type { Statements } from './statements.js';
import { columnOf, type Tables } from './tables.js';

type Known = { readonly row: number; readonly position: number };

/** Stores or removes a document, unless it has seen the event already. Belongs in a transaction. */
export const write = (sql: Statements, tables: Tables, { body, ...write }: DocumentWrite) => {
  const { id, position } = write;
  const known = sql.of<Known>(`SELECT row, position FROM ${tables.documents} WHERE id = ?`).get(id);
  const seen = known ?? sql.of<Omit<Known, 'row'>>(`SELECT position FROM ${tables.removed} WHERE id = ?`).get(id);
  if (seen && position <= seen.position) return;
  if (body) put(sql, tables, known?.row, { body, ...write });
  else remove(sql, tables, known?.row, write);
};

type Put = DocumentWrite & { readonly body: object };

const put = (sql: Statements, tables: Tables, known: number | undefined, { id, position, body, fields }: Put) => {
  const columns = tables.one.map((field) => toStored((fields[field] ?? null) as Scalar));
  const values = [position, ...columns, JSON.stringify(body)];
  const row = known === undefined ? insert(sql, tables, id, values) : update(sql, tables, known, values);
  for (const field of tables.many) replace(sql, tables.valuesOf(field), row, fields[field] ?? []);
};

const insert = (sql: Statements, { documents, removed, one }: Tables, id: string, values: readonly Stored[]) => {
  sql.of(`DELETE FROM ${removed} WHERE id = ?`).run(id);
  const columns = ['id', 'position', ...one.map(columnOf), 'body'];
  const text = `INSERT INTO ${documents} (${columns.join()}) VALUES (${columns.map(() => '?').join()})`;
  return Number(sql.of(text).run(id, ...values).lastInsertRowid);
};

const update = (sql: Statements, { documents, one }: Tables, row: number, values: readonly Stored[]) => {
  const columns = ['position', ...one.map(columnOf), 'body'];
  const text = `UPDATE ${documents} SET ${columns.map((column) => `${column} = ?`).join()} WHERE row = ?`;
  sql.of(text).run(...values, row);
  return row;
};

const remove = (
  sql: Statements,
  tables: Tables,
  row: number | undefined,
  { id, position }: Omit<DocumentWrite, 'body'>,
) => {
  for (const field of tables.many) sql.of(`DELETE FROM ${tables.valuesOf(field)} WHERE document = ?`).run(row ?? null);
  sql.of(`DELETE FROM ${tables.documents} WHERE row = ?`).run(row ?? null);
  sql.of(`INSERT OR REPLACE INTO ${tables.removed} VALUES (?, ?)`).run(id, position);
};

/** Touches only what changed, because most events leave most values as they are. */
const replace = (sql: Statements, table: string, row: number, value: FieldValue) => {
  const wanted = new Map([value].flat().map((scalar) => [keyOf(toStored(scalar)), toStored(scalar)]));
  const there = sql.of<Stored>(`SELECT value FROM ${table} WHERE document = ?`).pluck().all(row);
  for (const stored of there) {
    if (!wanted.delete(keyOf(stored))) sql.of(`DELETE FROM ${table} WHERE document = ? AND value = ?`).run(row, stored);
  }
  for (const stored of wanted.values()) sql.of(`INSERT INTO ${table} VALUES (?, ?)`).run(stored, row);
};

const keyOf = (stored: Stored) => (Buffer.isBuffer(stored) ? stored[0] === 1 : stored);
