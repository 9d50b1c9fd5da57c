import type { Condition } from '@annals/event-sourcing';
import { prefixRange, rangeOf, toStored, type Stored } from './scalars.js';
import { columnOf, type Tables } from './tables.js';

/** A piece of SQL and the values of its question marks. */
export type Sql = { readonly text: string; readonly values: readonly unknown[] };

/** All of them; with none what is always true. */
export const allOf = (parts: readonly Sql[]): Sql => ({
  text: ['1', ...parts.map(({ text }) => text)].join(' AND '),
  values: parts.flatMap(({ values }) => values),
});

/** What a condition asks of the column `value`; nothing for a range without bounds. */
const testOf = (condition: Condition, value: string): Sql | undefined => {
  if ('is' in condition) return { text: `${value} = ?`, values: [toStored(condition.is)] };
  if ('in' in condition)
    return { text: `${value} IN (${condition.in.map(() => '?').join()})`, values: condition.in.map(toStored) };
  if ('startsWith' in condition) return between(value, prefixRange(condition.startsWith));
  const { from, to } = condition;
  return from === undefined && to === undefined ? undefined : between(value, rangeOf(from, to));
};

const between = (value: string, range: readonly Stored[]): Sql => ({
  text: `${value} >= ? AND ${value} < ?`,
  values: range,
});

/** The conditions on `one` fields of the documents `d`. */
export const onColumns = (tables: Tables, where: readonly Condition[]): Sql[] =>
  where
    .filter(({ field }) => tables.require(field) === 'one')
    .flatMap((condition) => testOf(condition, `d.${columnOf(condition.field)}`) ?? []);

/** For each condition on a `many` field the documents that meet it, as a query. */
export const documentsOf = (tables: Tables, where: readonly Condition[]): Sql[] =>
  onMany(tables, where, ({ table, test }) => `SELECT document FROM ${table} WHERE ${test}`);

/** The same conditions as tests of one document `d`. */
export const testsOf = (tables: Tables, where: readonly Condition[]): Sql[] =>
  onMany(tables, where, ({ table, test }) => `EXISTS (SELECT 1 FROM ${table} WHERE document = d.row AND ${test})`);

const onMany = (
  tables: Tables,
  where: readonly Condition[],
  textOf: (parts: { table: string; test: string }) => string,
): Sql[] =>
  where
    .filter(({ field }) => tables.require(field) === 'many')
    .flatMap((condition) => {
      const test = testOf(condition, 'value');
      return test
        ? { text: textOf({ table: tables.valuesOf(condition.field), test: test.text }), values: test.values }
        : [];
    });

/** Every document `d` that meets all conditions, for those who need all of them. */
export const everyMatch = (tables: Tables, where: readonly Condition[]): Sql =>
  allOf([
    ...onColumns(tables, where),
    ...documentsOf(tables, where).map(({ text, values }) => ({ text: `d.row IN (${text})`, values })),
  ]);
