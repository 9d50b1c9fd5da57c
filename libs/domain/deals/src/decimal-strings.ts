import { Transform } from 'class-transformer';

/** Takes JSON numbers, however deep, for the decimal strings that events hold: 12.5 is `12.5`. */
export const DecimalStrings = (): PropertyDecorator =>
  Transform(({ value }) => decimalStrings(value), { toClassOnly: true });

/** What no decimal string can hold exactly stays as it is, for the check that follows to refuse. */
export const decimalStrings = (value: unknown): unknown => {
  if (typeof value === 'number') return decimalOf(value);
  if (Array.isArray(value)) return value.map(decimalStrings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, decimalStrings(part)]));
};

const DIGITS = 15; // that a double keeps; what it shows behind them is noise

const decimalOf = (number: number): unknown => {
  const exact = Number(number.toPrecision(DIGITS));
  if (!`${exact}`.includes('e')) return `${exact}`;
  const tiny = exact.toFixed(8);
  return Number(tiny) === exact ? tiny : number;
};
