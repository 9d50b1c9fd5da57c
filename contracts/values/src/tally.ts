import type { Group } from '@annals/event-sourcing';
import { z } from 'zod';
import { add, subtract } from './decimal.js';
import type { Money } from './values.js';

/** A sum or a product of recorded decimals: exact, and of any size. */
export const exactDecimal = z.string().regex(/^-?\d+(\.\d+)?$/);

/** `values` has the exact sum of each currency. */
export const tally = z.object({
  count: z.int(),
  values: z.record(z.string(), exactDecimal).meta({ examples: [{ CNY: '440.00' }] }),
});
export type Tally = z.infer<typeof tally>;

/** By currency, how many amounts there are and their exact sum: amounts can be added and taken off again. */
export type Sums = Readonly<Record<string, { readonly count: number; readonly sum: string }>>;

const NOTHING = { count: 0, sum: '0.00' };

export const plus = (sums: Sums, { amount, currency }: Money): Sums => {
  const { count, sum } = sums[currency] ?? NOTHING;
  return { ...sums, [currency]: { count: count + 1, sum: add(sum, amount) } };
};

export const minus = (sums: Sums, { amount, currency }: Money): Sums => {
  const { count, sum } = sums[currency] ?? NOTHING;
  return { ...sums, [currency]: { count: count - 1, sum: subtract(sum, amount) } };
};

export const tallyOf = (sums: Sums): Tally => ({
  count: Object.values(sums).reduce((total, { count }) => total + count, 0),
  values: Object.fromEntries(Object.entries(sums).map(([currency, { sum }]) => [currency, sum])),
});

/** Of groups by currency with one amount. */
export const sumsIn = (groups: readonly Group[]): Sums =>
  Object.fromEntries(groups.map(({ key: [currency], count, amounts: [sum] }) => [`${currency}`, { count, sum: sum! }]));

export const tallyIn = (groups: readonly Group[]): Tally => tallyOf(sumsIn(groups));
