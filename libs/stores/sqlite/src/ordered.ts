import type { Query } from '@annals/event-sourcing';
import { allOf, allowsNull, isKnown, onColumns, onMany, type Sql } from './conditions.js';
import { MANY, placesOf, type Place, type Search } from './places.js';
import { NULL_LITERAL, toStored } from './scalars.js';
import { VALUE, type Statements } from './statements.js';
import { columnOf, type Tables } from './tables.js';

type Sort = NonNullable<Query['sort']>;
type Asked = Pick<Query, 'after'> & { readonly where: NonNullable<Query['where']>; readonly wanted: number };

const directionOf = (sort: Query['sort']) => (sort?.descending ? 'DESC' : 'ASC');

export const byOf = (sort: Query['sort']): string =>
  sort ? `d.${columnOf(sort.field)} ${directionOf(sort)}, id ${directionOf(sort)}` : 'id';

/** Where the documents of a page and the next one are. */
export const placesInOrder = (sql: Statements, tables: Tables, query: Query): readonly Place[] => {
  const { sort, limit, where = [], after } = query;
  if (!sort) return placesOf(sql, byId(tables, { where, after, wanted: limit + 1 }));
  tables.require(sort.field, 'one');
  const places: Place[] = [];
  for (const [index, part] of partsOf({ ...query, sort, where }).entries()) {
    const asked = { where, after: index === 0 ? after : undefined, wanted: limit + 1 - places.length };
    if (asked.wanted > 0) places.push(...PARTS[part](sql, tables, sort, asked));
  }
  return places;
};

/**
 * The documents that have the value of a sort, and those that do not, which come first. Indexes have no ids: values are
 * shared by few documents, which are sorted by id, but null may be that of very many.
 */
type Part = 'known' | 'unknown';

/** The first one is where the page begins. */
const partsOf = ({ sort, where, after }: Omit<Asked, 'wanted'> & { readonly sort: Sort }): readonly Part[] => {
  const canLack = where.every((condition) => condition.field !== sort.field || allowsNull(condition));
  const inOrder: readonly Part[] = sort.descending ? ['known', 'unknown'] : ['unknown', 'known'];
  const from = after && inOrder.indexOf(after.value === null ? 'unknown' : 'known');
  return inOrder.slice(from).filter((part) => part === 'known' || canLack);
};

const byId = (tables: Tables, { where, after, wanted }: Asked): Search => ({
  ...{ tables, wanted, order: { value: 'NULL', by: 'id' }, many: onMany(tables, where) },
  columns: [...onColumns(tables, where), ...(after ? [{ text: `id > ${VALUE}`, values: [after.id] }] : [])],
});

const known = (sql: Statements, tables: Tables, sort: Sort, { where, after, wanted }: Asked) => {
  const value = `d.${columnOf(sort.field)}`;
  const beyond = sort.descending ? '<' : '>';
  const past = after && {
    text: `(${value}, id) ${beyond} (${VALUE}, ${VALUE})`,
    values: [toStored(after.value), after.id],
  };
  const columns = [...onColumns(tables, where), { text: isKnown(value), values: [] }, ...(past ? [past] : [])];
  return placesOf(sql, { tables, wanted, columns, order: { value, by: byOf(sort) }, many: onMany(tables, where) });
};

const unknown = (sql: Statements, tables: Tables, sort: Sort, { where, after, wanted }: Asked) => {
  const value = `d.${columnOf(sort.field)}`;
  const isNull = (unary: '' | '+'): readonly Sql[] => [
    ...onColumns(tables, where, unary),
    { text: `${unary}${value} = ${NULL_LITERAL}`, values: [] },
  ];
  const found = countOf(sql, tables, isNull(''));
  if (found === 0) return [];
  // Few are sorted by id; of many, a walk along the ids soon meets enough.
  const past = after && { text: `id ${sort.descending ? '<' : '>'} ${VALUE}`, values: [after.id] };
  const columns = [...isNull(found > MANY ? '+' : ''), ...(past ? [past] : [])];
  const order = { value, by: `id ${directionOf(sort)}` };
  return placesOf(sql, { tables, wanted, columns, order, many: onMany(tables, where) });
};

const PARTS = { known, unknown };

/** At most one more than `MANY`. */
const countOf = (sql: Statements, { documents }: Tables, columns: readonly Sql[]): number => {
  const { text, values } = allOf(columns);
  const matches = `SELECT 1 FROM ${documents} d WHERE ${text} LIMIT ${MANY + 1}`;
  return sql
    .of<number>(`SELECT count(*) FROM (${matches})`)
    .pluck()
    .get(...values)!;
};
