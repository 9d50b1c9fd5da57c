import type { Condition, Scalar } from '@annals/event-sourcing';

/** A stored document; `body` is JSON, `null` if the document was removed. */
export type Row = {
  readonly id: string;
  readonly position: number;
  readonly body: string | null;
  readonly values: ReadonlyMap<string, readonly Scalar[]>;
};

export const valuesOf = ({ values }: Row, field: string): readonly Scalar[] => values.get(field) ?? [];

/** The order of all stores: null, numbers, texts by code point, false, true. */
export const compare = (one: Scalar, other: Scalar): number => {
  if (typeof one === 'string' && typeof other === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return rank(one) - rank(other) || Number(one) - Number(other);
};

const rank = (value: Scalar) => (value === null ? 0 : ['number', 'string', 'boolean'].indexOf(typeof value) + 1);

export const meets = (row: Row, condition: Condition): boolean => {
  const test = testOf(condition);
  return test === null || valuesOf(row, condition.field).some(test);
};

const testOf = (condition: Condition): ((value: Scalar) => boolean) | null => {
  if ('is' in condition) return (value) => value === condition.is;
  if ('in' in condition) return (value) => condition.in.includes(value);
  if ('startsWith' in condition) return (value) => typeof value === 'string' && value.startsWith(condition.startsWith);
  const { from, to } = condition;
  if (from === undefined && to === undefined) return null;
  const within = (value: Scalar, bound: Scalar | undefined, side: (difference: number) => boolean) =>
    bound === undefined || (bound !== null && rank(value) === rank(bound) && side(compare(value, bound)));
  return (value) => within(value, from, (by) => by >= 0) && within(value, to, (by) => by < 0);
};
