import type { Page, Query, StoredDocument } from '@annals/event-sourcing';
import type { Bodies, Found } from './bodies.js';
import { allOf, onColumns, type Sql } from './conditions.js';
import { byOf, placesInOrder } from './ordered.js';
import type { Place } from './places.js';
import { toScalar } from './scalars.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';

/** What documents are read with. */
export type Reading = { readonly sql: Statements; readonly bodies: Bodies };

/** One page; the caller holds a transaction, so that all queries see the same documents. */
export const find = (reads: Reading, tables: Tables, query: Query): Page => {
  const { sort, limit } = query;
  const places = placesInOrder(reads.sql, tables, query);
  const page = places.slice(0, limit);
  const last = page.at(-1);
  return {
    documents: documentsAt(reads, tables, page),
    next: last && places.length > limit ? { value: sort ? toScalar(last.value) : null, id: last.id } : null,
  };
};

/** Whether `firstPlaces` can answer it: from the beginning, and by columns alone. */
export const isFirst = (tables: Tables, { where = [], after }: Query): boolean =>
  !after && where.every(({ field }) => tables.require(field) === 'one');

export type FirstPlace = readonly [id: string, position: number];

/** Where the documents of the first page are: rows of `FirstPlace`. */
export const firstPlaces = (tables: Tables, { where = [], sort, limit }: Query): Sql => {
  if (sort) tables.require(sort.field, 'one');
  const matches = allOf(onColumns(tables, where));
  const text = `SELECT id, position FROM ${tables.documents} d WHERE ${matches.text} ORDER BY ${byOf(sort)} LIMIT ${limit}`;
  return { text, values: matches.values };
};

/** In the order of the places, in one statement. */
const documentsAt = ({ sql, bodies }: Reading, { documents, found }: Tables, places: readonly Place[]) => {
  const text = `SELECT row, ${found} FROM ${documents} WHERE row IN (SELECT value FROM json_each(?))`;
  const rows = sql.of<readonly [row: number, ...Found]>(text).raw();
  const all = rows.all(JSON.stringify(places.map(({ row }) => row)));
  const byRow = new Map(all.map(([row, ...found]) => [row, found]));
  return places.map(({ row }) => bodies.document(byRow.get(row)!));
};

/** A document that is there, and its size in memory. */
export const stored = ({ sql, bodies }: Reading, { documents, found }: Tables, id: string) => {
  const row = sql.of<Found>(`SELECT ${found} FROM ${documents} WHERE id = ?`).raw().get(id)!;
  return { document: bodies.document(row), length: bodies.sizeOf(row) };
};

export const get = (
  { sql, bodies }: Reading,
  { documents, found }: Tables,
  ids: readonly string[],
): readonly StoredDocument[] => {
  const columns = `SELECT ${found} FROM ${documents} WHERE`;
  const rows =
    ids.length === 1
      ? sql.of<Found>(`${columns} id = ?`).raw().all(ids[0])
      : sql.of<Found>(`${columns} id IN (SELECT value FROM json_each(?))`).raw().all(JSON.stringify(ids));
  return rows.map((row) => bodies.document(row));
};
