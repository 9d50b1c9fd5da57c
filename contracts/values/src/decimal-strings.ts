import { z } from 'zod';

/** Takes JSON numbers, however deep, for the decimal strings that a schema asks for: 12.5 is `12.5`. */
export const decimalStrings = <S extends z.ZodType>(schema: S) => z.preprocess(asDecimalStrings, schema);

/** What no decimal string can hold exactly stays as it is, for the schema to refuse. */
export const asDecimalStrings = (value: unknown): unknown => {
  if (typeof value === 'number') return decimalOf(value);
  if (Array.isArray(value)) return value.map(asDecimalStrings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asDecimalStrings(part)]));
};

const DIGITS = 15; // that a double keeps; what it shows behind them is noise

const decimalOf = (number: number): unknown => {
  const exact = Number(number.toPrecision(DIGITS));
  if (!`${exact}`.includes('e')) return `${exact}`;
  const tiny = exact.toFixed(8);
  return Number(tiny) === exact ? tiny : number;
};
