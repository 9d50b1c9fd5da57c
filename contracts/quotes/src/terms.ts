import { currency, CURRENCY, day, decimal, field, label, note, ofCustomer, staff } from '@annals/contracts-values';
import { z } from 'zod';
import { discount, MOST_LINES, quoteLine, TAX_CLASSES, taxClass } from './lines.js';

// On disk as parts of events: add a version, never edit one.

const percent = field(decimal, { en: 'Rate in percent', zh: '税率（%）' }, { example: '13' });

/** The tax of all lines of one class. */
const taxed = z.strictObject({
  taxClass,
  rate: percent,
  base: field(decimal, { en: 'Taxable', zh: '计税金额' }, { example: '93.10' }),
  tax: field(decimal, { en: 'Tax', zh: '税额' }, { example: '12.10' }),
});

/** `subtotal` − `discount` = `net`, and `net` + `tax` = `total`, exact; `list` is the value at list prices. */
export const totals = z.strictObject({
  list: field(
    decimal,
    { en: 'At list prices', zh: '目录价合计' },
    {
      example: '98.00',
      description: {
        en: 'The sum of quantity × list price, or unit price if that is higher or the only one: discounts are measured against it.',
        zh: '数量 × 目录价之和（单价更高或没有目录价时取单价），作为计算折扣的基准。',
      },
    },
  ),
  subtotal: field(decimal, { en: 'Sum of the lines', zh: '明细合计' }, { example: '93.10' }),
  discount: field(decimal, { en: 'Discount on the whole', zh: '整单折扣' }, { example: '0.00' }),
  net: field(decimal, { en: 'Net', zh: '不含税金额' }, { example: '93.10' }),
  taxes: field(z.array(taxed).max(TAX_CLASSES.length), { en: 'Taxes', zh: '税额明细' }, { example: [] }),
  tax: field(decimal, { en: 'Tax', zh: '税额' }, { example: '12.10' }),
  total: field(decimal, { en: 'Total', zh: '价税合计' }, { example: '105.20' }),
});
export type Totals = z.infer<typeof totals>;

const LINE = {
  ...{ lineId: 'q-5001:l1', product: 'Chai', quantity: '10.00', unitPrice: '9.80', taxClass: 'standard' as const },
  ...{ discount: { kind: 'percent' as const, value: '5.00' }, gross: '98.00', net: '93.10' },
};

const text = z.string().min(1).max(2_000).meta(ofCustomer);

/** What a version of a quote says. */
export const terms = {
  title: field(note, { en: 'Title', zh: '标题' }, { example: 'Tea for the canteen' }),
  currency: field(currency, CURRENCY, { example: 'CNY' }),
  lines: field(z.array(quoteLine).max(MOST_LINES), { en: 'Lines', zh: '明细' }, { example: [LINE] }),
  discount: field(
    discount.nullable(),
    { en: 'Discount on the whole', zh: '整单折扣' },
    { example: { kind: 'percent', value: '2' } },
  ),
  taxRegion: field(
    label.nullable(),
    { en: 'Tax region', zh: '计税地区' },
    {
      example: 'CN',
      description: {
        en: 'The region whose tax rates apply, by default the country of the deal; a region without separate rates has the general ones.',
        zh: '适用税率的地区，默认为商机的国家/地区；未单独设置税率的地区适用一般税率。',
      },
    },
  ),
  validUntil: field(
    day,
    { en: 'Valid until', zh: '有效期至' },
    {
      example: '2026-01-14',
      description: { en: 'The last day on which it can be accepted.', zh: '可接受报价的最后一天。' },
    },
  ),
  paymentTerms: field(text.nullable(), { en: 'Payment terms', zh: '付款条件' }, { example: '30 days net' }),
  recipient: field(
    text.nullable(),
    { en: 'Recipient', zh: '收件人' },
    {
      example: '王芳\nAcme 有限公司',
      description: { en: 'Name and address, as they are printed.', zh: '打印在报价单上的名称和地址。' },
    },
  ),
  notes: field(text.nullable(), { en: 'Notes', zh: '备注' }, { example: 'Delivery within two weeks.' }),
  owner: field(staff.nullable(), { en: 'Owner', zh: '负责人' }, { example: { id: 'li.na' } }),
};
export const quoteTerms = z.strictObject({ ...terms, totals: field(totals, { en: 'Totals', zh: '合计' }) });
export type QuoteTerms = z.infer<typeof quoteTerms>;
