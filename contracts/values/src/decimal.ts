/** Exact decimal arithmetic on strings such as `-12.50`, because a float cannot hold 0.10. */
type Decimal = { readonly digits: bigint; readonly scale: number };

/**
 * A decimal that may be recorded: at most 15 digits before the point and 8 after it. Normalising it with `add` keeps it within these limits.
 * Sums and products may be longer and are exact; check them before they are recorded.
 */
export const DECIMAL = /^-?\d{1,15}(\.\d{1,8})?$/;

const parse = (text: string): Decimal => {
  const [whole = '0', fraction = ''] = text.split('.');
  return { digits: BigInt(whole + fraction), scale: fraction.length };
};

const at = ({ digits, scale }: Decimal, wanted: number) => digits * 10n ** BigInt(wanted - scale);

/** At least two decimal places, without further trailing zeros: `12.00`, `0.1234`. */
const format = ({ digits, scale }: Decimal): string => {
  const sign = digits < 0n ? '-' : '';
  const text = `${digits < 0n ? -digits : digits}`.padStart(scale + 1, '0');
  const fraction = text.slice(text.length - scale).replace(/0+$/, '');
  return `${sign}${text.slice(0, text.length - scale)}.${(scale === 0 ? '' : fraction).padEnd(2, '0')}`;
};

const align = (one: Decimal, other: Decimal) => {
  const scale = Math.max(one.scale, other.scale);
  return { scale, one: at(one, scale), other: at(other, scale) };
};

/** Arguments and results are decimal strings; results have at least two places and are exact. */
export const add = (a: string, b: string): string => {
  const { scale, one, other } = align(parse(a), parse(b));
  return format({ digits: one + other, scale });
};

export const subtract = (a: string, b: string): string => {
  const { scale, one, other } = align(parse(a), parse(b));
  return format({ digits: one - other, scale });
};

export const multiply = (a: string, b: string): string => {
  const [one, other] = [parse(a), parse(b)];
  return format({ digits: one.digits * other.digits, scale: one.scale + other.scale });
};

export const sum = (values: readonly string[]): string => values.reduce(add, '0.00');

const UNIT_SCALE = 4;

/**
 * An integer number of ten-thousandths, rounded half away from zero, so that databases can add it up exactly.
 * Safe up to 900 billion; beyond that a JavaScript number is not exact.
 */
export const toUnits = (amount: string): number => {
  const decimal = parse(amount);
  if (decimal.scale <= UNIT_SCALE) return Number(at(decimal, UNIT_SCALE));
  const divisor = 10n ** BigInt(decimal.scale - UNIT_SCALE);
  const half = decimal.digits < 0n ? -divisor / 2n : divisor / 2n;
  return Number((decimal.digits + half) / divisor);
};

/** The decimal string of an integer number of ten-thousandths. */
export const fromUnits = (units: number): string => format({ digits: BigInt(units), scale: UNIT_SCALE });
