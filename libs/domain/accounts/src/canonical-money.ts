import { add, amountProblems, DECIMAL, type Money } from '@annals/contracts-values';

/** One way to write an amount, so that the same one compares as the same. */
export const canonical = ({ amount, currency }: Money): Money => ({ amount: add(amount, '0'), currency });

/** Rejects with `AmountOutOfRange` what the log cannot hold. */
export const inRange = (amount: string): string =>
  DECIMAL.test(amount) ? amount : amountProblems.reject('AmountOutOfRange', { amount });
