import { add, amountProblems, DECIMAL, decimalsOf, fitsCurrency, type Money } from '@annals/contracts-values';

/** The amount in canonical form, so that equal amounts compare as equal. */
export const canonical = ({ amount, currency }: Money): Money => ({ amount: add(amount, '0'), currency });

/** Rejects with `AmountOutOfRange` an amount that cannot be recorded exactly. */
export const inRange = (amount: string): string =>
  DECIMAL.test(amount) ? amount : amountProblems.reject('AmountOutOfRange', { amount });

/** Rejects with `TooManyDecimals` an amount with more decimals than the currency has. */
export const expectFits = (amount: string, currency: string): void => {
  if (!fitsCurrency(amount, currency))
    amountProblems.reject('TooManyDecimals', { amount, currency, decimals: decimalsOf(currency) ?? 0 });
};
