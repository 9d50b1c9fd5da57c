import type { Aggregation, Condition, Group } from '@annals/event-sourcing';
import { everyMatch, onMany, type Sql } from './conditions.js';
import { EXACT_SUM } from './exact-sum.js';
import { toScalar, type Stored } from './scalars.js';
import type { Statements } from './statements.js';
import { columnOf, type Tables } from './tables.js';

export const count = (sql: Statements, tables: Tables, where: readonly Condition[], most?: number): number => {
  const { text, values } = matchesOf(tables, where);
  const counted = most === undefined ? text : `(SELECT 1 FROM ${text} LIMIT ${most})`;
  return sql
    .of<number>(`SELECT count(*) FROM ${counted}`)
    .pluck()
    .get(...values)!;
};

/** Beginning with one value of a `many` field, so that of a value that very many have no more are read than are counted. */
const matchesOf = (tables: Tables, where: readonly Condition[]): Sql => {
  const lead = where.find((condition) => 'is' in condition && tables.require(condition.field) === 'many');
  const others = everyMatch(
    tables,
    where.filter((condition) => condition !== lead),
  );
  const having = lead && onMany(tables, [lead])[0]!.documents;
  if (!having) return { ...others, text: `${tables.documents} d WHERE ${others.text}` };
  const values = [...having.values, ...others.values];
  if (where.length === 1) return { text: `(${having.text})`, values };
  return { text: `(${having.text}) CROSS JOIN ${tables.documents} d ON d.row = document WHERE ${others.text}`, values };
};

export const aggregate = (sql: Statements, tables: Tables, wanted: Aggregation): readonly Group[] => {
  const { sql: query, group } = aggregation(tables, wanted);
  const rows = sql.of<Stored[]>(query.text).raw();
  return rows.all(...query.values).map(group);
};

/** An aggregation as a query, and the group of each of its rows. */
type Aggregating = { readonly sql: Sql; readonly group: (row: readonly Stored[]) => Group };

export const aggregation = (tables: Tables, wanted: Aggregation): Aggregating => {
  const { where = [], groupBy, sum = [], amounts = [] } = wanted;
  const matches = everyMatch(tables, where);
  const joins = groupBy.map((field, index) => joinOf(tables, field, index)).join('');
  const keys = groupBy.map((field, index) =>
    tables.require(field) === 'many' ? `v${index}.value` : `d.${columnOf(field)}`,
  );
  const answers = [
    ...keys,
    'count(*)',
    ...sum.map((field) => sumOf(tables, field)),
    ...amounts.map((field) => exactSumOf(tables, field)),
  ];
  const grouping = groupBy.length > 0 ? `GROUP BY ${keys.join()} ORDER BY ${keys.join()}` : 'HAVING count(*) > 0';

  const text = `SELECT ${answers.join()} FROM ${tables.documents} d${joins} WHERE ${matches.text} ${grouping}`;
  const [keyed, counted, summed] = [groupBy.length, groupBy.length + 1, groupBy.length + 1 + sum.length];
  const group = (row: readonly Stored[]): Group => ({
    key: row.slice(0, keyed).map(toScalar),
    count: Number(row[keyed]),
    sums: row.slice(counted, summed).map(Number),
    amounts: row.slice(summed, answers.length).map(String),
  });
  return { sql: { text, values: matches.values }, group };
};

const joinOf = (tables: Tables, field: string, index: number) =>
  tables.require(field) === 'many' ? ` JOIN ${tables.valuesOf(field)} v${index} ON v${index}.document = d.row` : '';

// As 64-bit integers, because a sum of doubles depends on the order of the addends.
const sumOf = (tables: Tables, field: string) => {
  tables.require(field, 'one');
  const value = `d.${columnOf(field)}`;
  const isNumber = `typeof(${value}) IN ('integer', 'real') AND ${value} > -1e308`;
  return `coalesce(sum(CASE WHEN ${isNumber} THEN CAST(${value} AS INTEGER) END), 0)`;
};

const exactSumOf = (tables: Tables, field: string) => {
  tables.require(field, 'amount');
  return `${EXACT_SUM}(d.${columnOf(field)})`;
};
