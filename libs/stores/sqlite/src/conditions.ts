import type { Condition } from '@annals/event-sourcing';
import { NULL_LITERAL, prefixRange, rangeOf, toStored, type Stored } from './scalars.js';
import { VALUE } from './statements.js';
import { columnOf, type Tables } from './tables.js';

/** A fragment of SQL and the values of its placeholders. */
export type Sql = { readonly text: string; readonly values: readonly unknown[] };

/** The conjunction of conditions; true if there are none. */
export const allOf = (parts: readonly Sql[]): Sql => ({
  text: ['1', ...parts.map(({ text }) => text)].join(' AND '),
  values: parts.flatMap(({ values }) => values),
});

/** A condition on the column `value`; empty for a range without bounds. */
const testOf = (condition: Condition, value: string): Sql | undefined => {
  if ('is' in condition) return { text: `${value} = ${VALUE}`, values: [toStored(condition.is)] };
  if ('in' in condition)
    return { text: `${value} IN (${condition.in.map(() => VALUE).join()})`, values: condition.in.map(toStored) };
  if ('startsWith' in condition) return between(value, prefixRange(condition.startsWith));
  const { from, to } = condition;
  return from === undefined && to === undefined ? undefined : between(value, rangeOf(from, to));
};

const between = (value: string, range: readonly Stored[]): Sql => ({
  text: `${value} >= ${VALUE} AND ${value} < ${VALUE}`,
  values: range,
});

/** That a column is known. Indexes of fields that many documents do not have are partial, and found by this text alone. */
export const isKnown = (column: string) => `${column} > ${NULL_LITERAL}`;

/** Whether a document without the value can meet a condition. */
export const allowsNull = (condition: Condition): boolean => {
  if ('is' in condition) return condition.is === null;
  if ('in' in condition) return condition.in.includes(null);
  return !('startsWith' in condition) && condition.from === undefined && condition.to === undefined;
};

/** The conditions on `one` fields of the documents `d`; with `+` before a column no index of it is used. */
export const onColumns = (tables: Tables, where: readonly Condition[], unary: '' | '+' = ''): Sql[] =>
  where
    .filter(({ field }) => tables.require(field) === 'one')
    .flatMap((condition) => {
      const column = `${unary}d.${columnOf(condition.field)}`;
      const test = testOf(condition, column);
      if (!test) return [];
      return allowsNull(condition) ? [test] : [{ ...test, text: `${test.text} AND ${isKnown(column)}` }];
    });

/** A condition on a `many` field. */
export type ManyCondition = {
  /** The documents that satisfy it, as a query with the alias `v`. */
  readonly documents: Sql;
  /** Whether the document in column `row` satisfies it. */
  readonly test: (row: string) => Sql;
};

export const onMany = (tables: Tables, where: readonly Condition[]): readonly ManyCondition[] =>
  where
    .filter(({ field }) => tables.require(field) === 'many')
    .flatMap((condition) => {
      const test = testOf(condition, 'value');
      if (!test) return [];
      const { text, values } = test;
      const table = tables.valuesOf(condition.field);
      return {
        documents: { text: `SELECT document FROM ${table} v WHERE ${text}`, values },
        test: (row) => ({ text: `EXISTS (SELECT 1 FROM ${table} WHERE document = ${row} AND ${text})`, values }),
      };
    });

/** Every document `d` that satisfies all conditions, without paging. */
export const everyMatch = (tables: Tables, where: readonly Condition[]): Sql =>
  allOf([
    ...onColumns(tables, where),
    ...onMany(tables, where).map(({ documents: { text, values } }) => ({ text: `d.row IN (${text})`, values })),
  ]);
