import { Big } from 'big.js';

/** At least two decimal places, without further trailing zeros: `12.00`, `0.1234`. */
const written = (value: Big): string => {
  const text = value.eq(0) ? '0' : value.toFixed();
  const [whole, fraction = ''] = text.split('.');
  return `${whole}.${fraction.padEnd(2, '0')}`;
};

const exact = (places: number) => {
  const Exact = Big();
  Exact.DP = places;
  Exact.RM = Big.roundHalfUp;
  return Exact;
};

/** Arguments and results are decimal strings such as `-12.50`, of any size; results have at least two places and are exact. */
export const add = (a: string, b: string): string => written(new Big(a).plus(b));

export const subtract = (a: string, b: string): string => written(new Big(a).minus(b));

export const multiply = (a: string, b: string): string => written(new Big(a).times(b));

/** Rounded to some decimal places, halves away from zero. Throws for a divisor of 0. */
export const divide = (a: string, b: string, places: number): string => written(new (exact(places))(a).div(b));

export const sum = (values: Iterable<string>): string => {
  let total = new Big(0);
  for (const value of values) total = total.plus(value);
  return written(total);
};

/** Below zero, zero or above it, as the first is less than, equal to or greater than the second. */
export const compareDecimals = (a: string, b: string): number => new Big(a).cmp(b);

const SIZE = 3; // digits of the number of digits before the point

/** A text for each decimal, so that texts in order of their characters are decimals in order of their size. */
export const sortableDecimal = (value: string): string => {
  const [whole, fraction] = written(new Big(value).abs()).split('.') as [string, string];
  const digits = `${`${whole.length}`.padStart(SIZE, '0')}${whole}.${fraction}`;
  if (!new Big(value).lt(0)) return `1${digits}`;
  // From below zero upwards: every digit turned round, and an end that comes after all further digits.
  return `0${digits.replace(/\d/g, (digit) => `${9 - Number(digit)}`)}~`;
};
