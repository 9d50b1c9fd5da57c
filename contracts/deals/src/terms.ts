import {
  attributes,
  day,
  decimal,
  expected,
  field,
  givenMoney,
  givenPartId,
  givenProductId,
  givenUnitPrice,
  id,
  label,
  linePrice,
} from '@annals/contracts-values';
import { money, note, numbered, partId, staff, type PartKind } from '@annals/contracts-values';
import { z } from 'zod';

// On disk as parts of events: add a version, never edit one.

const fraction = z
  .string()
  .regex(
    /^(0(\.\d{1,8})?|1(\.0{1,8})?)$/,
    expected('a fraction from 0 to 1 such as `0.05`', '0 至 1 的小数，例如 `0.05`'),
  );

export const product = field(label, { en: 'Product', zh: '产品' }, { example: 'Chai' });
export const quantity = field(decimal, { en: 'Quantity', zh: '数量' }, { example: '10' });

/** `discount` is a fraction, 0 to 1; `net` is quantity × unit price × (1 − discount), exact. */
const dealLineV1 = z.strictObject({
  product,
  productId: field(id, { en: 'Product number', zh: '产品编号' }, { example: 'p-11' }).optional(),
  category: field(label, { en: 'Category', zh: '类别' }, { example: 'Beverages' }).optional(),
  quantity,
  unitPrice: field(decimal, { en: 'Unit price', zh: '单价' }, { example: '9.80' }),
  discount: field(fraction, { en: 'Discount', zh: '折扣' }, { example: '0.05' }),
  net: field(decimal, { en: 'Net value', zh: '净额' }, { example: '93.10' }),
});

const lineWords = [{ en: 'Line', zh: '明细编号' }, { example: 'd-3001:l1' }] as const;
const dealLineV2 = dealLineV1.extend({ lineId: field(partId, ...lineWords) });

export const dealLine = dealLineV2.extend({
  listPrice: field(linePrice, { en: 'List price', zh: '目录价' }).optional(),
});
export type DealLine = z.infer<typeof dealLine>;

/** The form in which callers send it: a line without an id gets one. */
export const givenLine = dealLine.omit({ net: true, listPrice: true }).extend({
  discount: dealLine.shape.discount.optional(),
  lineId: field(givenPartId, ...lineWords).optional(),
  unitPrice: givenUnitPrice(decimal).optional(),
  productId: givenProductId.optional(),
});

/** Lines have ids such as `d-1:l1`. */
export const DEAL_LINES = { id: 'lineId', letter: 'l', by: 'product' } as const satisfies PartKind;

const valueWords = [{ en: 'Value', zh: '金额' }, { example: { amount: '93.10', currency: 'CNY' } }] as const;

/** The value of a deal as callers send it. */
export const givenValue = field(givenMoney, ...valueWords);

/** The terms of a deal; `value` is the sum of the lines, if there are any. */
export const terms = {
  title: field(note, { en: 'Title', zh: '标题' }, { example: 'Tea for the canteen' }),
  value: field(money, ...valueWords),
  lines: field(z.array(dealLine).max(1_000), { en: 'Lines', zh: '明细' }, { example: [] }),
  owner: field(staff.nullable(), { en: 'Owner', zh: '负责人' }, { example: { id: 'li.na' } }),
  country: field(label.nullable(), { en: 'Country', zh: '国家/地区' }, { example: 'CN' }),
  region: field(label.nullable(), { en: 'Region', zh: '区域' }, { example: 'east' }),
  expectedCloseDate: field(day.nullable(), { en: 'Expected close', zh: '预计成交日期' }, { example: '2026-03-31' }),
  attributes: field(attributes, { en: 'Further attributes', zh: '其他属性' }, { example: { channel: 'web' } }),
};
export const dealTerms = z.strictObject(terms);
export type DealTerms = z.infer<typeof dealTerms>;

/** The version whose lines have no ids. */
export const termsV1 = {
  ...terms,
  lines: field(z.array(dealLineV1).max(1_000), { en: 'Lines', zh: '明细' }, { example: [] }),
};
export const someTermsV1 = z.strictObject(termsV1).partial();

/** The version whose lines have no list prices. */
export const termsV2 = {
  ...terms,
  lines: field(z.array(dealLineV2).max(1_000), { en: 'Lines', zh: '明细' }, { example: [] }),
};
export const someTermsV2 = z.strictObject(termsV2).partial();

export const withLineIds = (dealId: string, lines: readonly z.infer<typeof dealLineV1>[]): DealLine[] =>
  numbered(DEAL_LINES, dealId, lines);

export const partlyWithLineIds = (dealId: string, terms: z.infer<typeof someTermsV1>): Partial<DealTerms> =>
  (terms.lines ? { ...terms, lines: withLineIds(dealId, terms.lines) } : terms) as Partial<DealTerms>;
