import { add, subtract, type Money } from '@annals/contracts-values';
import type { Tally } from './page.js';

export const NONE: Tally = { count: 0, values: {} };

export const plus = ({ count, values }: Tally, { amount, currency }: Money): Tally => ({
  count: count + 1,
  values: { ...values, [currency]: add(values[currency] ?? '0.00', amount) },
});

export const minus = ({ count, values }: Tally, { amount, currency }: Money): Tally => ({
  count: count - 1,
  values: { ...values, [currency]: subtract(values[currency] ?? '0.00', amount) },
});
