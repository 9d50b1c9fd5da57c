import { compareDecimals, sum, type Money } from '@annals/contracts-values';
import type { Told } from './told.js';

type Of = (told: Told) => unknown;

/** A figure, and how to read it in each place where it stands. */
export type Figure = { readonly figure: string; readonly in: Readonly<Record<string, Of>> };

type Row = Readonly<Record<string, unknown>>;
type Sums = Readonly<Record<string, string>>;

export const count = (rows: readonly Row[], is: (row: Row) => boolean): number => rows.filter(is).length;

/** By currency. */
export const totals = (values: readonly Money[]): Sums =>
  Object.fromEntries(
    [...Map.groupBy(values, ({ currency }) => currency)].map(([currency, all]) => [
      currency,
      sum(all.map(({ amount }) => amount)),
    ]),
  );

export const valuesOf = (rows: readonly Row[]): Sums => notZero(totals(rows.map(({ value }) => value as Money)));

/** In the order of the currencies; nothing of a currency says the same as zero. */
export const notZero = (values: Sums): Sums => only(values, (size) => size !== 0);
export const aboveZero = (values: Sums): Sums => only(values, (size) => size > 0);

const only = (values: Sums, is: (size: number) => boolean): Sums =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([, amount]) => is(compareDecimals(amount, '0')))
      .toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
