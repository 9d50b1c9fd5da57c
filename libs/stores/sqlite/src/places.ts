import { allOf, type ManyCondition, type Sql } from './conditions.js';
import type { Stored } from './scalars.js';
import type { Statements } from './statements.js';
import type { Tables } from './tables.js';

const FEW = 500; // values: sorting so few documents takes no time
const NEAR = 2_000; // documents: a scan along the order that soon finds enough matches if there are many
/** Values, or documents, that are still sorted within few milliseconds. */
export const MANY = 20_000;

/** Where a document is, and its value of the field by which a search sorts. */
export type Place = { readonly row: number; readonly id: string; readonly value: Stored };

/** What of the documents of a table is wanted, and in which order. */
export type Search = {
  readonly tables: Tables;
  readonly order: { readonly value: string; readonly by: string };
  readonly columns: readonly Sql[];
  readonly many: readonly ManyCondition[];
  readonly wanted: number;
};

/** Sorts few matches; finds many by scanning along the order, and sorts them if they are not near its start. */
export const placesOf = (sql: Statements, search: Search): readonly Place[] => {
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
