import { z } from 'zod';

/** A schema that also accepts JSON numbers, at any depth, for decimal strings: 12.5 becomes `12.5`. */
export const decimalStrings = <S extends z.ZodType>(schema: S) => z.preprocess(asDecimalStrings, schema);

/** A number that no decimal string can hold exactly is left unchanged, so that the schema refuses it. */
export const asDecimalStrings = (value: unknown): unknown => {
  if (typeof value === 'number') return decimalOf(value);
  if (Array.isArray(value)) return value.map(asDecimalStrings);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, asDecimalStrings(part)]));
};

const DIGITS = 15; // significant digits that a double keeps exactly

const decimalOf = (number: number): unknown => {
  const exact = Number(number.toPrecision(DIGITS));
  if (!`${exact}`.includes('e')) return `${exact}`;
  const tiny = exact.toFixed(8);
  return Number(tiny) === exact ? tiny : number;
};
