import type { FileSpec } from '../mapping.js';

type Numbers = Pick<FileSpec, 'decimal' | 'thousands'>;

const SIGN = '[+-]?';
/** A number with decimals, by the sign before them. */
const WITH: Readonly<Record<FileSpec['decimal'], RegExp>> = {
  '.': new RegExp(`^${SIGN}(\\d{1,3}([, ']\\d{3})+|\\d+)\\.\\d{1,8}$`),
  ',': new RegExp(`^${SIGN}(\\d{1,3}([. ']\\d{3})+|\\d+),\\d{1,8}$`),
};
const GROUPED = new RegExp(`^${SIGN}\\d{1,3}(?:([.,' ])\\d{3})(?:\\1\\d{3})*(?:[.,]\\d+)?$`);

/** How the numbers of a file are written, by some of its columns: a point and no groups unless they show otherwise. */
export const detectedNumbers = (columns: readonly (readonly string[])[]): Numbers => {
  const numbers = columns.filter(isNumeric).flat();
  const count = (decimal: FileSpec['decimal']) =>
    numbers.filter((cell) => WITH[decimal].test(cell) && !isAmbiguous(cell)).length;
  const decimal = count(',') > count('.') ? ',' : '.';
  const groups = numbers.flatMap((cell) => GROUPED.exec(cell)?.[1] ?? []);
  const thousands = groups.find((sign) => sign !== decimal) as Numbers['thousands'];
  return thousands === undefined ? { decimal } : { decimal, thousands };
};

const NUMERIC = /^[+-]?\d[\d.,' ]*$/;

const isNumeric = (cells: readonly string[]) => cells.length > 0 && cells.every((cell) => NUMERIC.test(cell));

/** `1,234` may be one with decimals or a thousand. */
const isAmbiguous = (cell: string) => /^[+-]?\d{1,3}[.,]\d{3}$/.test(cell);
