import type { Condition, Cursor, FieldValue, Query, Scalar } from './document-store.js';

/** A document as queries see it: its id and the values of its declared fields. */
export type Row = { readonly id: string; readonly values: ReadonlyMap<string, readonly Scalar[]> };

/** The values of fields as a row has them. */
export const rowValues = (fields: Readonly<Record<string, FieldValue>>): Row['values'] =>
  new Map(Object.entries(fields).map(([name, value]) => [name, [value].flat()]));

export const valuesIn = ({ values }: Row, field: string): readonly Scalar[] => values.get(field) ?? [];

/** The order of all stores: null, numbers, texts by code point, false, true. */
export const compareScalars = (one: Scalar, other: Scalar): number => {
  if (one === other) return 0;
  if (typeof one === 'string' && typeof other === 'string') return compareTexts(one, other);
  return rank(one) - rank(other) || Number(one) - Number(other);
};

const SURROGATE = /[\ud800-\udfff]/;

// Units and code points are in the same order where there are no surrogates.
const compareTexts = (one: string, other: string): number => {
  if (SURROGATE.test(one) || SURROGATE.test(other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
};

const rank = (value: Scalar) => (value === null ? 0 : ['number', 'string', 'boolean'].indexOf(typeof value) + 1);

export const rowsWhere = <R extends Row>(rows: Iterable<R>, where: readonly Condition[] = []): readonly R[] => {
  const tests = where.map((condition) => ({ field: condition.field, test: testOf(condition) }));
  return [...rows].filter((row) => tests.every(({ field, test }) => test === null || valuesIn(row, field).some(test)));
};

/** A page of rows as every `DocumentStore` finds it. */
export const pageOfRows = <R extends Row>(
  rows: Iterable<R>,
  { where, sort, limit, after }: Query,
): { readonly rows: readonly R[]; readonly next: Cursor | null } => {
  const cursorOf = (row: Row): Cursor => ({ value: sort ? (valuesIn(row, sort.field)[0] ?? null) : null, id: row.id });
  const turn = sort?.descending ? -1 : 1;
  const order = (a: Cursor, b: Cursor) => turn * (compareScalars(a.value, b.value) || compareScalars(a.id, b.id));
  const rest = rowsWhere(rows, where)
    .map((row) => ({ row, cursor: cursorOf(row) }))
    .filter(({ cursor }) => !after || order(cursor, after) > 0)
    .toSorted((a, b) => order(a.cursor, b.cursor));
  const page = rest.slice(0, limit);
  return { rows: page.map(({ row }) => row), next: (rest.length > limit && page.at(-1)?.cursor) || null };
};

const testOf = (condition: Condition): ((value: Scalar) => boolean) | null => {
  if ('is' in condition) return (value) => value === condition.is;
  if ('in' in condition) return (value) => condition.in.includes(value);
  if ('startsWith' in condition) return (value) => typeof value === 'string' && value.startsWith(condition.startsWith);
  const { from, to } = condition;
  if (from === undefined && to === undefined) return null;
  const within = (value: Scalar, bound: Scalar | undefined, side: (difference: number) => boolean) =>
    bound === undefined || (bound !== null && rank(value) === rank(bound) && side(compareScalars(value, bound)));
  return (value) => within(value, from, (by) => by >= 0) && within(value, to, (by) => by < 0);
};
