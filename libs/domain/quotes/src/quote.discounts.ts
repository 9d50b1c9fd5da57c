import type { Discount } from '@annals/contracts-quotes';
import { amountProblems, compareDecimals, fitsCurrency } from '@annals/contracts-values';
import { quoteProblems } from './quote.problems.js';

type Money = { readonly currency: string; readonly places: number };

const WHOLE = '100'; // percent

/** Rejects with `QuoteDiscountTooHigh` and with `TooManyDecimals`. */
export const expectDiscount = (
  discount: Discount | null | undefined,
  value: string,
  { currency, places }: Money,
): void => {
  if (!discount) return;
  const isPercent = discount.kind === 'percent';
  const said = isPercent ? `${discount.value} %` : discount.value;
  if (compareDecimals(discount.value, isPercent ? WHOLE : value) > 0)
    quoteProblems.reject('QuoteDiscountTooHigh', { discount: said, value });
  if (!isPercent && !fitsCurrency(discount.value, currency))
    amountProblems.reject('TooManyDecimals', { amount: discount.value, currency, decimals: places });
};
