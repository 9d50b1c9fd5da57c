import type { Aggregation, Group, Scalar } from './document-store.js';
import { sum as sumOf } from './decimal.js';
import { compareScalars, rowsWhere, valuesIn, type Row } from './rows.js';

/** One group for each key of a row, as every `DocumentStore` groups them; a row with several values of a field is in several groups. */
export const groupsOfRows = (
  rows: Iterable<Row>,
  { where, groupBy, sum = [], amounts = [] }: Aggregation,
): readonly Group[] => {
  const found = new Map<string, { key: Scalar[]; rows: Row[] }>();
  for (const row of rowsWhere(rows, where)) {
    for (const key of keysOf(row, groupBy)) {
      const name = JSON.stringify(key);
      const group = found.get(name) ?? { key, rows: [] };
      found.set(name, group);
      group.rows.push(row);
    }
  }
  return [...found.values()]
    .toSorted((a, b) => compareKeys(a.key, b.key))
    .map(({ key, rows }) => ({
      ...{ key, count: rows.length },
      sums: sum.map((field) => total(rows, field)),
      amounts: amounts.map((field) => exactTotal(rows, field)),
    }));
};

const keysOf = (row: Row, groupBy: readonly string[]): Scalar[][] =>
  groupBy.reduce<Scalar[][]>(
    (keys, field) => keys.flatMap((key) => [...new Set(valuesIn(row, field))].map((value) => [...key, value])),
    [[]],
  );

const compareKeys = (one: readonly Scalar[], other: readonly Scalar[]): number =>
  one.map((value, index) => compareScalars(value, other[index]!)).find((difference) => difference !== 0) ?? 0;

// As bigints, because a sum of doubles depends on the order of the addends.
const total = (rows: readonly Row[], field: string): number =>
  Number(
    rows
      .flatMap((row) => valuesIn(row, field))
      .filter((value) => typeof value === 'number')
      .reduce((sum, value) => sum + BigInt(value), 0n),
  );

const exactTotal = (rows: readonly Row[], field: string): string =>
  sumOf(rows.flatMap((row) => valuesIn(row, field)).filter((value) => typeof value === 'string'));
