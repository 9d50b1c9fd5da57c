import { problems } from '@annals/event-sourcing';

export const termProblems = problems({
  ValueDiffersFromLines: {
    kind: 'conflict',
    title: { en: 'Value differs from lines', zh: '金额与明细不符' },
    detail: {
      en: 'The `value` is {value}, but the `lines` add up to {lines}. Send one of the two, or both with the same total.',
      zh: '`value` 为 {value}，而 `lines` 合计为 {lines}。请只发送其中之一，或使两者合计一致。',
    },
    example: { value: '100', lines: '99.5' },
  },
  ValueMissing: {
    kind: 'conflict',
    title: { en: 'Value missing', zh: '缺少金额' },
    detail: {
      en: 'The deal has neither a `value` nor `lines`: both are missing. Send one of the two.',
      zh: '商机既没有 `value` 也没有 `lines`，两者都缺失。请发送其中之一。',
    },
  },
  CurrencyRelabelled: {
    kind: 'conflict',
    title: { en: 'Currency changed without a new value', zh: '仅更改币种' },
    detail: {
      en: 'The deal is valued in {known}, and its amounts would be the same in {currency}. Send its `lines` in {currency} with it, or a `value` if there are none.',
      zh: '商机以 {known} 计价，不能把原金额直接改为 {currency}。请同时给出以 {currency} 计价的 `lines`；没有明细时给出 `value`。',
    },
    example: { known: 'EUR', currency: 'USD' },
  },
  TotalBelowZero: {
    kind: 'conflict',
    title: { en: 'Total below zero', zh: '金额为负' },
    detail: {
      en: 'The value would be {value}. Only a return, whose lines have no quantity above zero, is below zero. Correct quantities, prices or discount.',
      zh: '金额将为 {value}。只有退货（明细数量均不大于零）的金额可以为负。请更正数量、价格或折扣。',
    },
    example: { value: '-9.80' },
  },
  CurrencyMissing: {
    kind: 'conflict',
    title: { en: 'Currency missing', zh: '缺少币种' },
    detail: {
      en: 'The `lines` have prices, but the `currency` is missing. Send it, such as `CNY`.',
      zh: '`lines` 中有价格，但缺少 `currency`。请发送币种，例如 `CNY`。',
    },
  },
});
