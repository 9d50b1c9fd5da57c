import { problems } from '@annals/event-sourcing';

/** Problems of amounts, raised by rules of several slices. */
export const amountProblems = problems({
  CurrencyDiffers: {
    kind: 'conflict',
    title: { en: 'Currencies differ', zh: '币种不一致' },
    detail: {
      en: '{currency} is not the currency of the other amounts of this record. Send all its amounts in one currency.',
      zh: '{currency} 与该记录的其他金额币种不同。同一记录的所有金额请使用同一币种。',
    },
    example: { currency: 'EUR', value: 'USD' },
  },
  AmountOutOfRange: {
    kind: 'conflict',
    title: { en: 'Amount out of range', zh: '金额超出范围' },
    detail: {
      en: '{amount} has more than 15 digits before or 8 after the point, and would have to be rounded. Send smaller or less precise amounts, or split the record.',
      zh: '{amount} 的小数点前超过 15 位或小数点后超过 8 位，无法精确保存。请减小金额、减少小数位，或拆分该记录。',
    },
    example: { amount: '1234567890123456.00' },
  },
  TooManyDecimals: {
    kind: 'conflict',
    title: { en: 'Too many decimals', zh: '小数位数过多' },
    detail: {
      en: '{amount} has more decimals than {currency} has in ISO 4217, which is {decimals}. Send the amount with at most as many.',
      zh: '{amount} 的小数位数超过 ISO 4217 为 {currency} 规定的 {decimals} 位。请减少小数位数。',
    },
    example: { amount: '63.973', currency: 'EUR', decimals: 2 },
  },
});
