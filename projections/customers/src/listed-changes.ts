/** A change that takes effect later: `number` tells those of a customer apart. */
export type ListedChange = {
  readonly number: number;
  readonly effectiveDate: string;
  readonly fields: readonly string[];
};

const MOST = 50;

/** With one more change, the next one first. */
export const withChange = (changes: readonly ListedChange[], change: ListedChange): readonly ListedChange[] =>
  [...changes, change].toSorted(inOrder).slice(0, MOST);

export const withoutChange = (changes: readonly ListedChange[], number: number): readonly ListedChange[] =>
  changes.filter((change) => change.number !== number);

const inOrder = (one: ListedChange, other: ListedChange) =>
  one.effectiveDate.localeCompare(other.effectiveDate) || one.number - other.number;
