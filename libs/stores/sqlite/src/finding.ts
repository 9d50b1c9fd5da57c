import type { Cursor, Page, Query, StoredDocument } from '@annals/event-sourcing';
import { allOf, documentsOf, onColumns, testsOf, type Sql } from './conditions.js';
import { toScalar, toStored, type Stored } from './scalars.js';
import type { Statements } from './statements.js';
import { columnOf, type Tables } from './tables.js';

const FEW = 20_000; // values

type Place = { readonly row: number; readonly id: string; readonly value: Stored };

/** One page; the caller holds a transaction, so that all its parts see the same documents. */
export const find = (sql: Statements, tables: Tables, { where = [], sort, limit, after }: Query): Page => {
  if (sort) tables.require(sort.field, 'one');
  const order = orderOf(sort);
  const columns = [...onColumns(tables, where), ...(after ? [order.past(after)] : [])];
  const few = fewestOf(sql, documentsOf(tables, where));
  const matches = allOf([...columns, ...(few ? [few] : []), ...testsOf(tables, where)]);

  const text = `SELECT row, id, ${order.value} AS value FROM ${tables.documents} d
    WHERE ${matches.text} ORDER BY ${order.by} LIMIT ?`;
  const places = sql.of<Place>(text).all(...matches.values, limit + 1);
  const page = places.slice(0, limit);
  const last = page.at(-1);
  return {
    documents: page.map(({ row }) => documentAt(sql, tables, row)),
    next: last && places.length > limit ? { value: sort ? toScalar(last.value) : null, id: last.id } : null,
  };
};

const orderOf = (sort: Query['sort']) => {
  const [direction, beyond] = sort?.descending ? ['DESC', '<'] : ['ASC', '>'];
  if (!sort) return { value: 'NULL', by: 'id', past: ({ id }: Cursor): Sql => ({ text: 'id > ?', values: [id] }) };
  const value = `d.${columnOf(sort.field)}`;
  const past = (after: Cursor): Sql => ({
    text: `(${value}, id) ${beyond} (?, ?)`,
    values: [toStored(after.value), after.id],
  });
  return { value, by: `${value} ${direction}, id ${direction}`, past };
};

/**
 * The documents that meet the most selective condition, unless they are many: to sort few is quick, and a walk along the
 * index of the order soon meets enough of many.
 */
const fewestOf = (sql: Statements, conditions: readonly Sql[]): Sql | undefined => {
  const sized = conditions.map((condition) => ({ condition, size: sizeOf(sql, condition) }));
  const [fewest] = sized.toSorted((one, other) => one.size - other.size);
  if (!fewest || fewest.size > FEW) return undefined;
  return { text: `row IN (${fewest.condition.text})`, values: fewest.condition.values };
};

const sizeOf = (sql: Statements, { text, values }: Sql): number =>
  sql
    .of<number>(`SELECT count(*) FROM (${text} LIMIT ?)`)
    .pluck()
    .get(...values, FEW + 1)!;

type Found = { readonly id: string; readonly position: number; readonly body: string };

const documentAt = (sql: Statements, { documents }: Tables, row: number): StoredDocument =>
  documentOf(sql.of<Found>(`SELECT id, position, body FROM ${documents} WHERE row = ?`).get(row)!);

export const documentOf = ({ id, position, body }: Found): StoredDocument => ({
  id,
  position,
  body: JSON.parse(body) as object,
});

export const get = (sql: Statements, { documents }: Tables, ids: readonly string[]): readonly StoredDocument[] =>
  sql
    .of<Found>(`SELECT id, position, body FROM ${documents} WHERE id IN (SELECT value FROM json_each(?))`)
    .all(JSON.stringify(ids))
    .map(documentOf);
