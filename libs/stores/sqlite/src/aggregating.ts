import type { Aggregation, Condition, Group } from '@annals/event-sourcing';
import { everyMatch } from './conditions.js';
import { EXACT_SUM } from './exact-sum.js';
import { toScalar, type Stored } from './scalars.js';
import type { Statements } from './statements.js';
import { columnOf, type Tables } from './tables.js';

export const count = (sql: Statements, tables: Tables, where: readonly Condition[], most?: number): number => {
  const { text, values } = everyMatch(tables, where);
  const matches = `${tables.documents} d WHERE ${text}`;
  const counted = most === undefined ? matches : `(SELECT 1 FROM ${matches} LIMIT ${most})`;
  return sql
    .of<number>(`SELECT count(*) FROM ${counted}`)
    .pluck()
    .get(...values)!;
};

export const aggregate = (sql: Statements, tables: Tables, aggregation: Aggregation): readonly Group[] => {
  const { where = [], groupBy, sum = [], amounts = [] } = aggregation;
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
  const rows = sql
    .of<Stored[]>(text)
    .raw()
    .all(...matches.values);
  return rows.map((row) => ({
    key: row.slice(0, groupBy.length).map(toScalar),
    count: Number(row[groupBy.length]),
    sums: row.slice(groupBy.length + 1, groupBy.length + 1 + sum.length).map(Number),
    amounts: row.slice(groupBy.length + 1 + sum.length).map(String),
  }));
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
