import { z } from 'zod';
import { field } from './field.js';
import { decimal, id } from './values.js';

// On disk as parts of events: add a version, never edit one.

/** The price on a price list that a line had when it was agreed, without the discount. */
export const linePrice = z.strictObject({
  unitPrice: field(decimal, { en: 'Unit price', zh: '单价' }, { example: '9.80' }),
  priceListId: field(id, { en: 'Price list', zh: '价目表' }, { example: 'standard' }),
  priceId: field(id, { en: 'Price', zh: '价格' }, { example: 'pr-1' }),
});

/** The product of a line as callers send it. */
export const givenProductId = field(
  id,
  { en: 'Product number', zh: '产品编号' },
  {
    example: 'p-11',
    description: {
      en: 'A product of the catalogue that is offered on the day; left out in a line of free text.',
      zh: '当日在售的目录产品；自由文本明细不填。',
    },
  },
);

/** The unit price of a line as callers send it. */
export const givenUnitPrice = (amount: z.ZodType<string, string>) =>
  field(
    amount,
    { en: 'Unit price', zh: '单价' },
    {
      example: '9.80',
      description: {
        en: 'Before the discount. For a product of the catalogue it is the list price of the day by default.',
        zh: '折扣前的单价。目录中的产品默认为当日目录价。',
      },
    },
  );
