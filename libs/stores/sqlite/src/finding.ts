import type { Cursor, Page, Query, StoredDocument } from '@annals/event-sourcing';
import type { Bodies, Found } from './bodies.js';
import { allOf, onColumns, onMany, type ManyCondition, type Sql } from './conditions.js';
import { toScalar, toStored, type Stored } from './scalars.js';
import { VALUE, type Statements } from './statements.js';
import { columnOf, type Tables } from './tables.js';

const FEW = 500; // values: sorting so few documents takes no time
const NEAR = 2_000; // documents: a scan along the order that soon finds enough matches if there are many
const MANY = 20_000; // values

type Place = { readonly row: number; readonly id: string; readonly value: Stored };

type Search = {
  readonly tables: Tables;
  readonly order: ReturnType<typeof orderOf>;
  readonly columns: readonly Sql[];
  readonly many: readonly ManyCondition[];
  readonly wanted: number;
};

/** What documents are read with. */
export type Reading = { readonly sql: Statements; readonly bodies: Bodies };

/** One page; the caller holds a transaction, so that all queries see the same documents. */
export const find = (reading: Reading, tables: Tables, { where = [], sort, limit, after }: Query): Page => {
  const { sql } = reading;
  if (sort) tables.require(sort.field, 'one');
  const order = orderOf(sort);
  const columns = [...onColumns(tables, where), ...(after ? [order.past(after)] : [])];
  const search = { tables, order, columns, many: onMany(tables, where), wanted: limit + 1 };
  const places = placesOf(sql, search);
  const page = places.slice(0, limit);
  const last = page.at(-1);
  return {
    documents: documentsAt(reading, tables, page),
    next: last && places.length > limit ? { value: sort ? toScalar(last.value) : null, id: last.id } : null,
  };
};

/** Whether `firstPlaces` can answer it: from the beginning, and by columns alone. */
export const isFirst = (tables: Tables, { where = [], after }: Query): boolean =>
  !after && where.every(({ field }) => tables.require(field) === 'one');

/** Where the documents of the first page are, in one statement. */
export const firstPlaces = (sql: Statements, tables: Tables, { where = [], sort, limit }: Query) => {
  if (sort) tables.require(sort.field, 'one');
  const matches = allOf(onColumns(tables, where));
  const text = `SELECT id, position FROM ${tables.documents} d WHERE ${matches.text} ORDER BY ${orderOf(sort).by} LIMIT ${limit}`;
  return sql
    .of<readonly [id: string, position: number]>(text)
    .raw()
    .all(...matches.values);
};

const orderOf = (sort: Query['sort']) => {
  const [direction, beyond] = sort?.descending ? ['DESC', '<'] : ['ASC', '>'];
  if (!sort)
    return { value: 'NULL', by: 'id', past: ({ id }: Cursor): Sql => ({ text: `id > ${VALUE}`, values: [id] }) };
  const value = `d.${columnOf(sort.field)}`;
  const past = (after: Cursor): Sql => ({
    text: `(${value}, id) ${beyond} (${VALUE}, ${VALUE})`,
    values: [toStored(after.value), after.id],
  });
  return { value, by: `${value} ${direction}, id ${direction}`, past };
};

/** Sorts few matches; finds many by scanning along the order, and sorts them if they are not near its start. */
const placesOf = (sql: Statements, search: Search): readonly Place[] => {
  if (search.many.length === 0) return walk(sql, search);
  const few = fewestOf(sql, search, FEW);
  if (few) return sorted(sql, search, few);
  const near = nearby(sql, search);
  if (near) return near;
  const many = fewestOf(sql, search, MANY);
  return many ? sorted(sql, search, many) : walk(sql, search);
};

const sorted = (sql: Statements, search: Search, selective: ManyCondition) => {
  const others = search.many.filter((condition) => condition !== selective).map(({ test }) => test('v.document'));
  const documents = allOf([...others]);
  const text = `row IN (${selective.documents.text} AND ${documents.text})`;
  return select(sql, search, { text, values: [...selective.documents.values, ...documents.values] });
};

const walk = (sql: Statements, search: Search) =>
  select(sql, search, allOf(search.many.map(({ test }) => test('d.row'))));

const select = (sql: Statements, { tables, order, columns, wanted }: Search, selection: Sql) => {
  const matches = allOf([...columns, selection]);
  const text = `SELECT row, id, ${order.value} AS value FROM ${tables.documents} d
    WHERE ${matches.text} ORDER BY ${order.by} LIMIT ${wanted}`;
  return sql.of<Place>(text).all(...matches.values);
};

/** Enough matches, or all of them; `undefined` if the first documents do not suffice. */
const nearby = (sql: Statements, { tables, order, columns, many, wanted }: Search) => {
  const meets = allOf(many.map(({ test }) => test('d.row')));
  const matches = allOf(columns);
  const text = `SELECT row, id, ${order.value} AS value, ${meets.text} AS meets FROM ${tables.documents} d
    WHERE ${matches.text} ORDER BY ${order.by} LIMIT ${NEAR}`;
  const places: Place[] = [];
  let seen = 0;
  for (const { meets: isMet, ...place } of sql
    .of<Place & { readonly meets: 0 | 1 }>(text)
    .iterate(...meets.values, ...matches.values)) {
    seen += 1;
    if (isMet === 1 && places.push(place) === wanted) return places;
  }
  return seen < NEAR ? places : undefined;
};

/** The most selective condition, if at most `most` values satisfy it. */
const fewestOf = (sql: Statements, { many }: Search, most: number): ManyCondition | undefined => {
  const sized = many.map((condition) => ({ condition, size: sizeOf(sql, condition.documents, most) }));
  const [fewest] = sized.toSorted((one, other) => one.size - other.size);
  return fewest && fewest.size <= most ? fewest.condition : undefined;
};

const sizeOf = (sql: Statements, { text, values }: Sql, most: number): number =>
  sql
    .of<number>(`SELECT count(*) FROM (${text} LIMIT ${most + 1})`)
    .pluck()
    .get(...values)!;

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
