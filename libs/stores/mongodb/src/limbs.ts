import { add, multiply } from '@annals/event-sourcing';
import type { Long } from 'mongodb';

/**
 * A decimal in parts of nine digits, because MongoDB's own decimals have 34 digits only: the sum of each part stays a 64-bit
 * integer for a billion documents and more. The part `n` counts units of 10⁹ⁿ⁻¹⁸; a part that is zero is left out.
 */
export type Limbs = Readonly<Record<`n${number}`, bigint>>;

const DIGITS = 9;
const PLACES = 18;
const COUNT = 7; // 45 digits before the point and 18 after it
const BASE = 10n ** BigInt(DIGITS);

export const LIMBS = Array.from({ length: COUNT }, (_, index) => `n${index}` as const);

/** Throws if the decimal has more digits than any product of two recorded decimals. */
export const limbsOf = (decimal: string | null): Limbs => {
  const [whole = '', fraction = ''] = (decimal ?? '0').replace('-', '').split('.');
  const sign = decimal?.startsWith('-') ? -1n : 1n;
  if (whole.length > COUNT * DIGITS - PLACES || fraction.length > PLACES)
    throw new Error('An amount has too many digits.');
  const size = BigInt(whole + fraction.padEnd(PLACES, '0'));
  const limbs = LIMBS.map((name, index) => [name, sign * ((size / BASE ** BigInt(index)) % BASE)] as const);
  return Object.fromEntries(limbs.filter(([, limb]) => limb !== 0n));
};

/** The decimal of the sums of its parts. */
export const decimalOf = (sums: readonly (number | bigint | Long)[]): string => {
  const units = sums.reduce<bigint>((total, sum, index) => total + BigInt(sum.toString()) * BASE ** BigInt(index), 0n);
  return add(multiply(`${units}`, `0.${'1'.padStart(PLACES, '0')}`), '0');
};
