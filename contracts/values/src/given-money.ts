import { decimalsOf, fitsCurrency } from './currencies.js';
import { expected } from './expected.js';
import { field } from './field.js';
import { CURRENCY, currency, money } from './values.js';

/** A currency as callers send it: one that there is. Stored events may hold any. */
export const givenCurrency = field(
  currency.refine(
    (code) => decimalsOf(code) !== undefined,
    expected('the code of a currency in ISO 4217 such as `CNY`', 'ISO 4217 币种代码，例如 `CNY`'),
  ),
  CURRENCY,
  { example: 'CNY' },
);

/** Money as callers send it: an amount with no more decimals than its currency has. Stored events may hold more. */
export const givenMoney = money
  .extend({ currency: givenCurrency })
  .refine(({ amount, currency }) => decimalsOf(currency) === undefined || fitsCurrency(amount, currency), {
    path: ['amount'],
    message: expected(
      'an amount with no more decimals than its currency has in ISO 4217: none for JPY, two for CNY, three for KWD',
      '小数位数不超过 ISO 4217 规定的金额：JPY 无小数，CNY 两位，KWD 三位',
    ),
  });
