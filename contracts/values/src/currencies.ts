import * as currencies from 'dinero.js/currencies';
import { withoutEndingZeros } from './decimal.js';

const decimalsOfIntl = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

// Ariary and ouguiya are divided by five, and written with two decimals all the same.
const inForce: ReadonlyMap<string, number> = new Map(
  Object.values(currencies).map(({ code, base, exponent }) => [code, base === 10 ? exponent : 2]),
);

/** Withdrawn ones too that are still known, because archives name them. */
const known: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

/** How many decimals amounts of a currency have according to ISO 4217; `undefined` for an unknown code. */
export const decimalsOf = (currency: string): number | undefined =>
  inForce.get(currency) ?? (known.has(currency) ? decimalsOfIntl(currency) : undefined);

/** Whether an amount has no more decimals than its currency; zeros at the end do not count. */
export const fitsCurrency = (amount: string, currency: string): boolean => {
  const [, fraction = ''] = amount.split('.');
  return withoutEndingZeros(fraction).length <= (decimalsOf(currency) ?? 0);
};
