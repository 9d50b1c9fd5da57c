import {
  choice,
  decimal,
  expected,
  field,
  givenPartId,
  givenProductId,
  givenUnitPrice,
  id,
  label,
  linePrice,
  partId,
  type PartKind,
} from '@annals/contracts-values';
import { z } from 'zod';

// On disk as parts of events: add a version, never edit one.

export const MOST_LINES = 200;

const positive = z
  .string()
  .regex(
    /^(?=[\d.]{0,23}[1-9])\d{1,15}(\.\d{1,8})?$/,
    expected('a decimal above zero such as `"10"`', '大于零的十进制数，例如 `"10"`'),
  );
const notNegative = z
  .string()
  .regex(
    /^\d{1,15}(\.\d{1,8})?$/,
    expected('a decimal not below zero such as `"9.80"`', '不小于零的十进制数，例如 `"9.80"`'),
  );

/** A discount in percent of what it is on, or as an amount in the currency of the quote. */
export const discount = z.strictObject({
  kind: field(
    choice({ percent: { en: 'Percent', zh: '百分比' }, amount: { en: 'Amount', zh: '金额' } }),
    { en: 'Kind of discount', zh: '折扣方式' },
    { example: 'percent' },
  ),
  value: field(notNegative, { en: 'Discount', zh: '折扣' }, { example: '5' }),
});
export type Discount = z.infer<typeof discount>;

const taxClasses = choice({
  standard: { en: 'Standard rate', zh: '标准税率' },
  reduced: { en: 'Reduced rate', zh: '低税率' },
  zero: { en: 'Zero rate', zh: '零税率' },
  exempt: { en: 'Exempt', zh: '免税' },
});
export const TAX_CLASSES = taxClasses.options;
export const taxClass = field(taxClasses, { en: 'Tax class', zh: '税种' }, { example: 'standard' });
export type TaxClass = z.infer<typeof taxClass>;

const lineWords = [{ en: 'Line', zh: '明细编号' }, { example: 'q-5001:l1' }] as const;
const lineDiscount = field(
  discount,
  { en: 'Discount on a line', zh: '明细折扣' },
  { example: { kind: 'percent', value: '5' } },
);

/** `gross` is quantity × unit price, and `net` what is left of it after the discount of the line, both rounded to the currency. */
export const quoteLine = z.strictObject({
  lineId: field(partId, ...lineWords),
  product: field(label, { en: 'Product', zh: '产品' }, { example: 'Chai' }),
  productId: field(id, { en: 'Product number', zh: '产品编号' }, { example: 'p-11' }).optional(),
  quantity: field(positive, { en: 'Quantity', zh: '数量' }, { example: '10' }),
  unitPrice: field(notNegative, { en: 'Unit price', zh: '单价' }, { example: '9.80' }),
  listPrice: field(linePrice, { en: 'List price', zh: '目录价' }).optional(),
  discount: lineDiscount.optional(),
  taxClass,
  gross: field(decimal, { en: 'Before the discount', zh: '折扣前金额' }, { example: '98.00' }),
  net: field(decimal, { en: 'Net value', zh: '净额' }, { example: '93.10' }),
});
export type QuoteLine = z.infer<typeof quoteLine>;

/** Lines have ids such as `q-1:l1`. */
export const QUOTE_LINES = { id: 'lineId', letter: 'l', by: 'product' } as const satisfies PartKind;

/** A line as callers send it. */
export const givenQuoteLine = quoteLine.omit({ listPrice: true, gross: true, net: true }).extend({
  lineId: field(givenPartId, ...lineWords).optional(),
  productId: givenProductId.optional(),
  unitPrice: givenUnitPrice(notNegative).optional(),
  taxClass: field(
    taxClasses,
    { en: 'Tax class', zh: '税种' },
    {
      example: 'standard',
      description: {
        en: 'That of the product in the catalogue by default, else `standard`.',
        zh: '默认为目录中产品的税种，否则为 `standard`。',
      },
    },
  ).optional(),
});
export type GivenQuoteLine = z.infer<typeof givenQuoteLine>;

/** The lines of a quote as callers send them. */
export const givenQuoteLines = field(
  givenQuoteLine.array().min(1).max(MOST_LINES),
  { en: 'Lines', zh: '明细' },
  { example: [{ product: 'Chai', quantity: '10', unitPrice: '9.80', discount: { kind: 'percent', value: '5' } }] },
);
