import { problems } from '@annals/event-sourcing';

export const priceProblems = problems({
  PriceUnknown: {
    kind: 'missing',
    title: { en: 'Price not found', zh: '价格不存在' },
    detail: {
      en: 'Product {productId} has no price {priceId}. Check both ids, or set the price first.',
      zh: '产品 {productId} 没有价格 {priceId}。请核对两个编号，或先设置该价格。',
    },
    example: { productId: 'p-11', priceId: 'pr-1' },
  },
  PriceAlreadySet: {
    kind: 'conflict',
    title: { en: 'Price already set', zh: '价格已设置' },
    detail: {
      en: 'Price {priceId} of the product is set already, with other content. Send another id for another price.',
      zh: '该产品的价格 {priceId} 已设置，且内容不同。其他价格请使用其他编号。',
    },
    example: { priceId: 'pr-1' },
  },
  PricesOverlap: {
    kind: 'conflict',
    title: { en: 'Prices overlap', zh: '价格有效期重叠' },
    detail: {
      en: 'Price {priceId} is valid on price list {priceListId} from {from} for the same segment and currency, on some of these days. End that price first, or send other days.',
      zh: '价目表 {priceListId} 上同一客户细分和币种的价格 {priceId} 自 {from} 起有效，日期重叠。请先终止该价格，或使用其他日期。',
    },
    example: { priceId: 'pr-1', priceListId: 'standard', from: '2026-01-01', until: null },
  },
  PriceDaysReversed: {
    kind: 'conflict',
    title: { en: 'Valid until before valid from', zh: '有效期截止日早于生效日' },
    detail: {
      en: 'The price would be valid from {from} until {until}. Send a last day that is not before the first one.',
      zh: '该价格的有效期为 {from} 至 {until}。截止日不得早于生效日，请更正。',
    },
    example: { from: '2026-01-01', until: '2025-12-31' },
  },
  PriceStepsUnordered: {
    kind: 'conflict',
    title: { en: 'Quantity steps out of order', zh: '数量阶梯顺序错误' },
    detail: {
      en: 'The step from quantity {quantity} does not come after a smaller quantity above zero. Send each quantity once, in ascending order.',
      zh: '起始数量为 {quantity} 的阶梯未按升序排列，或数量不大于零。请按升序发送，每个数量一次。',
    },
    example: { quantity: '10' },
  },
  PriceBelowZero: {
    kind: 'conflict',
    title: { en: 'Price below zero', zh: '价格为负' },
    detail: {
      en: 'The unit price would be {unitPrice}. Send a price of zero or above.',
      zh: '单价将为 {unitPrice}。单价不得为负，请更正。',
    },
    example: { unitPrice: '-1' },
  },
  PriceAlreadyEnded: {
    kind: 'conflict',
    title: { en: 'Price already ended', zh: '价格已终止' },
    detail: {
      en: 'Price {priceId} is valid until {until} already. Send an earlier day, or set another price.',
      zh: '价格 {priceId} 已仅有效至 {until}。请发送更早的日期，或另行设置价格。',
    },
    example: { priceId: 'pr-1', until: '2026-03-31' },
  },
  TooManyPrices: {
    kind: 'conflict',
    title: { en: 'Too many prices', zh: '价格过多' },
    detail: {
      en: 'Product {productId} has {most} prices, ended ones included, and cannot have more. Add another product for further prices.',
      zh: '产品 {productId} 已有 {most} 个价格（含已终止的），不能再增加。请另建产品。',
    },
    example: { productId: 'p-11', most: 1_000 },
  },
});
