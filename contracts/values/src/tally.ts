import { z } from 'zod';
import { add, subtract } from './decimal.js';
import { decimal, type Money } from './values.js';

/** `values` has the exact sum of each currency. */
export const tally = z.object({ count: z.int(), values: z.record(z.string(), decimal) });
export type Tally = z.infer<typeof tally>;

/** By currency, how many amounts there are and their exact sum: amounts can be added and taken off again. */
export type Sums = Readonly<Record<string, { readonly count: number; readonly sum: string }>>;

const NOTHING = { count: 0, sum: '0.00' };

export const plus = (sums: Sums, { amount, currency }: Money): Sums => {
  const { count, sum } = sums[currency] ?? NOTHING;
  return put(sums, currency, { count: count + 1, sum: add(sum, amount) });
};

export const minus = (sums: Sums, { amount, currency }: Money): Sums => {
  const { count, sum } = sums[currency] ?? NOTHING;
  return put(sums, currency, { count: count - 1, sum: subtract(sum, amount) });
};

// A currency in which there is nothing any more is not named.
const put = (sums: Sums, currency: string, now: Sums[string]): Sums => {
  if (now.count !== 0) return { ...sums, [currency]: now };
  const { [currency]: _, ...others } = sums;
  return others;
};

export const tallyOf = (sums: Sums): Tally => ({
  count: Object.values(sums).reduce((total, { count }) => total + count, 0),
  values: Object.fromEntries(Object.entries(sums).map(([currency, { sum }]) => [currency, sum])),
});
