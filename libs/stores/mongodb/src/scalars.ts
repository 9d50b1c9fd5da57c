import type { Scalar } from '@annals/event-sourcing';

/** A scalar as MongoDB stores it. Its sort order is that of all stores: null, numbers, texts by code point, false, true. */
export type Stored = string | number | bigint | boolean | null;

/** Whole numbers as 64-bit integers, because a sum of doubles depends on the order of the addends. */
export const toStored = (value: Scalar): Stored => (Number.isSafeInteger(value) ? BigInt(value as number) : value);

/** The order of all stores. */
export const compare = (one: Scalar, other: Scalar): number => {
  if (typeof one === 'string' && typeof other === 'string') return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return rank(one) - rank(other) || Number(one) - Number(other);
};

const TYPES = ['object', 'number', 'string', 'boolean']; // null is an object here

const rank = (value: Scalar) => TYPES.indexOf(typeof value);

/** The lowest value of each type except null: a comparison only matches values of the same type. */
export const LOWEST = { number: -Infinity, string: '', boolean: false } as const;

/** The types that sort after, or before, the type of a value; null is first. */
export const typesBeyond = (value: Scalar, descending: boolean): readonly (keyof typeof LOWEST | 'null')[] => {
  const types = ['null', 'number', 'string', 'boolean'] as const;
  return descending ? types.slice(0, rank(value)) : types.slice(rank(value) + 1);
};

/** The first text after all texts with a prefix: the prefix with its last incrementable character incremented. */
export const afterPrefix = (prefix: string): string | undefined => {
  const characters = [...prefix];
  while (characters.at(-1) === '\u{10FFFF}') characters.pop();
  const last = characters.pop();
  if (last === undefined) return undefined;
  const next = last === '\uD7FF' ? '\uE000' : String.fromCodePoint(last.codePointAt(0)! + 1); // skips surrogates
  return characters.join('') + next;
};
