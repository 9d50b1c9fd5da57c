import { currency, CURRENCY, day, decimal, field, id, label } from '@annals/contracts-values';
import { z } from 'zod';

// On disk as parts of events: add a version, never edit one.

const MOST_STEPS = 50;

export const priceId = field(id, { en: 'Price', zh: '价格' }, { example: 'pr-1' });
export const priceListId = field(id, { en: 'Price list', zh: '价目表' }, { example: 'standard' });

/** The kind of customers that a price is for. */
export const segment = field(label, { en: 'Segment', zh: '客户细分' }, { example: 'wholesale' });

/** From a quantity on, until the next step. */
export const step = z.strictObject({
  quantity: field(decimal, { en: 'From quantity', zh: '起始数量' }, { example: '10' }),
  unitPrice: field(decimal, { en: 'Unit price', zh: '单价' }, { example: '17.10' }),
});

/** A price of a product on a price list. Its days are those of the company's time zone. */
export const price = z.object({
  priceListId,
  segment: field(
    segment.nullable(),
    { en: 'Segment', zh: '客户细分' },
    { example: 'wholesale', description: { en: '`null` is for all customers.', zh: '`null` 表示适用于所有客户。' } },
  ),
  currency: field(currency, CURRENCY, { example: 'CNY' }),
  from: field(day, { en: 'Valid from', zh: '生效日期' }, { example: '2026-01-01' }),
  until: field(
    day.nullable(),
    { en: 'Valid until', zh: '有效期至' },
    { example: null, description: { en: 'The last day on which it is valid.', zh: '价格有效的最后一天。' } },
  ),
  steps: field(
    z.array(step).min(1).max(MOST_STEPS),
    { en: 'Quantity steps', zh: '数量阶梯' },
    {
      example: [
        { quantity: '1', unitPrice: '18.00' },
        { quantity: '10', unitPrice: '17.10' },
      ],
      description: {
        en: 'In order of their quantities. Below the first one the price does not apply.',
        zh: '按数量升序排列。低于第一档数量时该价格不适用。',
      },
    },
  ),
});
export type Price = z.infer<typeof price>;
export type Step = z.infer<typeof step>;
