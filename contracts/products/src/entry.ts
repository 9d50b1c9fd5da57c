import { choice, day, decimal, field, id, label, plainAttributes } from '@annals/contracts-values';
import { z } from 'zod';

// On disk as parts of events: add a version, never edit one.

const MOST_RELATED = 100; // products

export const productId = field(id, { en: 'Product', zh: '产品' }, { example: 'p-11' });

const taxClasses = choice({
  standard: { en: 'Standard rate', zh: '标准税率' },
  reduced: { en: 'Reduced rate', zh: '低税率' },
  zero: { en: 'Zero rate', zh: '零税率' },
  exempt: { en: 'Exempt', zh: '免税' },
});

const bundled = z.strictObject({
  productId,
  quantity: field(decimal, { en: 'Quantity', zh: '数量' }, { example: '2' }),
});

/** What the catalogue says of a product; `null` is what it does not say. */
export const entry = z.strictObject({
  name: field(label, { en: 'Name', zh: '名称' }, { example: 'Chai' }),
  nameZh: field(label.nullable(), { en: 'Chinese name', zh: '中文名称' }, { example: '印度奶茶' }),
  code: field(label.nullable(), { en: 'Code', zh: '产品代码' }, { example: 'TEA-11' }),
  description: field(
    z.string().min(1).max(2_000).nullable(),
    { en: 'Description', zh: '描述' },
    { example: 'Black tea with spices.' },
  ),
  category: field(label.nullable(), { en: 'Category', zh: '类别' }, { example: 'Beverages' }),
  unit: field(label, { en: 'Unit', zh: '单位' }, { example: 'box' }),
  taxClass: field(taxClasses, { en: 'Tax class', zh: '税种' }, { example: 'standard' }),
  activeFrom: field(
    day.nullable(),
    { en: 'Offered from', zh: '在售起始日' },
    { example: '2026-01-01', description: { en: 'The first day on which it is offered.', zh: '开始在售的第一天。' } },
  ),
  activeUntil: field(
    day.nullable(),
    { en: 'Offered until', zh: '在售截止日' },
    { example: null, description: { en: 'The last day on which it is offered.', zh: '在售的最后一天。' } },
  ),
  substitutes: field(
    z.array(productId).max(MOST_RELATED),
    { en: 'Substitutes', zh: '替代品' },
    { example: ['p-12'], description: { en: 'Products to offer instead.', zh: '可替代供应的产品。' } },
  ),
  bundle: field(
    z.array(bundled).max(MOST_RELATED),
    { en: 'Bundle', zh: '组合产品' },
    {
      example: [{ productId: 'p-12', quantity: '2' }],
      description: {
        en: 'What one unit of a bundle consists of; none for a product that is no bundle.',
        zh: '一个单位的组合产品所包含的产品及数量；非组合产品为空。',
      },
    },
  ),
  attributes: field(plainAttributes, { en: 'Further attributes', zh: '其他属性' }, { example: { colour: 'green' } }),
});
export type Entry = z.infer<typeof entry>;

/** What a change of the catalogue says of a product. */
export const someEntry = entry.partial();
export type EntryChange = z.infer<typeof someEntry>;
