import type { Scalar } from '@annals/event-sourcing';

/** A scalar as SQLite stores it, so that its sort order is that of all stores: null, numbers, texts by code point, false, true. */
export type Stored = number | string | Buffer;

// Not NULL, which equals nothing and is in no range, and would need a special case in every condition.
const NULL = -Infinity;
/** In SQL. */
export const NULL_LITERAL = '-9e999';
const LOWEST_NUMBER = -Number.MAX_VALUE;
const FALSE = Buffer.of(0);
const TRUE = Buffer.of(1);
const ABOVE_NUMBERS = '';
const ABOVE_TEXTS = FALSE;
const ABOVE_ALL = Buffer.of(2);

export const toStored = (value: Scalar): Stored => {
  if (value === null) return NULL;
  if (typeof value === 'boolean') return value ? TRUE : FALSE;
  return value;
};

export const toScalar = (stored: Stored): Scalar => {
  if (Buffer.isBuffer(stored)) return stored[0] === 1;
  return stored === NULL ? null : stored;
};

/** Equal for equal values, unlike buffers. */
export const keyOf = (stored: Stored): number | string | boolean =>
  Buffer.isBuffer(stored) ? stored[0] === 1 : stored;

/** From inclusive, to exclusive. */
export type Range = readonly [from: Stored, to: Stored];

const EMPTY: Range = [NULL, NULL];

/** Values between two bounds of the same type; none if the types differ or a bound is null. */
export const rangeOf = (from: Scalar | undefined, to: Scalar | undefined): Range => {
  const one = from === undefined ? to : from;
  if (one === null || (to !== undefined && typeof one !== typeof to)) return EMPTY;
  const [lowest, above] = typeRange(one);
  return [from === undefined ? lowest : toStored(from), to === undefined ? above : toStored(to)];
};

const typeRange = (value: Scalar | undefined): Range => {
  if (typeof value === 'number') return [LOWEST_NUMBER, ABOVE_NUMBERS];
  if (typeof value === 'string') return ['', ABOVE_TEXTS];
  return [FALSE, ABOVE_ALL];
};

/** Texts with a prefix: up to the prefix with its last incrementable character incremented. */
export const prefixRange = (prefix: string): Range => {
  const characters = [...prefix];
  while (characters.at(-1) === '\u{10FFFF}') characters.pop();
  const last = characters.pop();
  if (last === undefined) return [prefix, ABOVE_TEXTS];
  const next = last === '\uD7FF' ? '\uE000' : String.fromCodePoint(last.codePointAt(0)! + 1); // skips surrogates
  return [prefix, characters.join('') + next];
};
