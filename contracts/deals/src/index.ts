import { Contract, type EventOf } from '@annals/event-sourcing';
import { attributes, choice, customerId, day, decimal, expected, field, id, label } from '@annals/contracts-values';
import { money, note, personalText, staff } from '@annals/contracts-values';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

/** The eight steps, in order: 发现需求, 联系/样品, 合作意向, 议价, 业务往来, 售后, 回款, 定期维护. */
const steps = choice({
  'need-found': { en: 'Need found', zh: '发现需求' },
  'contact-and-sample': { en: 'Contact and sample', zh: '联系/样品' },
  intent: { en: 'Intent', zh: '合作意向' },
  negotiation: { en: 'Negotiation', zh: '议价' },
  trading: { en: 'Trading', zh: '业务往来' },
  'after-sales': { en: 'After-sales', zh: '售后' },
  collection: { en: 'Collection', zh: '回款' },
  maintenance: { en: 'Maintenance', zh: '定期维护' },
});
export const STEPS = steps.options;
export const step = field(steps, { en: 'Step', zh: '阶段' }, { example: 'negotiation' });
export type Step = z.infer<typeof step>;

const fraction = z
  .string()
  .regex(
    /^(0(\.\d{1,8})?|1(\.0{1,8})?)$/,
    expected('a fraction from 0 to 1 such as `0.05`', '0 至 1 的小数，例如 `0.05`'),
  );

const product = field(label, { en: 'Product', zh: '产品' }, { example: 'Chai' });
const quantity = field(decimal, { en: 'Quantity', zh: '数量' }, { example: '10' });

/** `discount` is a fraction, 0 to 1; `net` is quantity × unit price × (1 − discount), exact. */
export const dealLine = z.object({
  product,
  productId: field(id, { en: 'Product number', zh: '产品编号' }, { example: 'p-11' }).optional(),
  category: field(label, { en: 'Category', zh: '类别' }, { example: 'Beverages' }).optional(),
  quantity,
  unitPrice: field(decimal, { en: 'Unit price', zh: '单价' }, { example: '9.80' }),
  discount: field(fraction, { en: 'Discount', zh: '折扣' }, { example: '0.05' }),
  net: field(decimal, { en: 'Net value', zh: '净额' }, { example: '93.10' }),
});
export type DealLine = z.infer<typeof dealLine>;

/** What a deal is about; `value` is the sum of the lines where there are any. */
const terms = {
  title: field(note, { en: 'Title', zh: '标题' }, { example: 'Tea for the canteen' }),
  value: field(money, { en: 'Value', zh: '金额' }, { example: { amount: '93.10', currency: 'CNY' } }),
  lines: field(z.array(dealLine).max(1_000), { en: 'Lines', zh: '明细' }, { example: [] }),
  owner: field(staff.nullable(), { en: 'Owner', zh: '负责人' }, { example: { id: 'li.na' } }),
  country: field(label.nullable(), { en: 'Country', zh: '国家/地区' }, { example: 'CN' }),
  region: field(label.nullable(), { en: 'Region', zh: '区域' }, { example: 'east' }),
  expectedCloseDate: field(day.nullable(), { en: 'Expected close', zh: '预计成交日期' }, { example: '2026-03-31' }),
  attributes: field(attributes, { en: 'Further attributes', zh: '其他属性' }, { example: { channel: 'web' } }),
};
export const dealTerms = z.object(terms);
export type DealTerms = z.infer<typeof dealTerms>;

export const dealId = field(id, { en: 'Deal', zh: '商机' }, { example: 'd-3001' });
export const competitor = field(label, { en: 'Competitor', zh: '竞争对手' }, { example: 'Other Tea Ltd' });

/** Why a deal goes back, is lost or is open again. */
export const reason = field(note, { en: 'Reason', zh: '原因' }, { example: 'The price was too high.' });

const about = { dealId, customerId };

export const DealOpened = Contract.of('DealOpened', { en: 'Deal opened', zh: '商机已新建' }).v1(
  z.object({ ...about, ...terms, step }),
);

/** `reason` is there when the deal goes back. */
export const DealAdvanced = Contract.of('DealAdvanced', { en: 'Deal advanced', zh: '商机已推进' }).v1(
  z.object({ ...about, from: step, to: step, reason: reason.nullable() }),
);

/** `before` and `after` hold the same keys: those terms that differ. */
export const DealChanged = Contract.of('DealChanged', { en: 'Deal changed', zh: '商机条款已变更' }).v1(
  z.object({ ...about, before: dealTerms.partial(), after: dealTerms.partial(), reason: reason.nullable() }),
);

export const sample = z.object({
  sampleId: field(id, { en: 'Sample', zh: '样品' }, { example: 's-1' }),
  product,
  quantity,
  note: field(personalText, { en: 'Note', zh: '备注' }, { example: 'Two boxes for tasting.' }).optional(),
});

export const SampleSent = Contract.of('SampleSent', { en: 'Sample sent', zh: '样品已寄送' }).v1(
  z.object({ ...about, ...sample.shape }),
);

const outcomes = choice({ won: { en: 'Won', zh: '成交' }, lost: { en: 'Lost', zh: '丢单' } });
export const OUTCOMES = outcomes.options;
export const outcome = field(outcomes, { en: 'Outcome', zh: '结果' }, { example: 'won' });
export type Outcome = z.infer<typeof outcome>;

/** Carries the terms as they were at the close, so that a report needs no other event. */
export const DealClosed = Contract.of('DealClosed', { en: 'Deal closed', zh: '成交/丢单' }).v1(
  z.object({
    ...about,
    ...terms,
    outcome,
    step,
    reason: reason.nullable(),
    competitor: competitor.nullable(),
  }),
);

/**
 * Takes a close back: `outcome` and `value` are those of the close, `lines` is the number of its lines. The rest says
 * what is open again, at the step that the deal had reached.
 */
export const DealReopened = Contract.of('DealReopened', { en: 'Deal reopened', zh: '商机已重新打开' }).v1(
  z.object({
    ...about,
    reason,
    outcome,
    value: terms.value,
    lines: field(z.number().int().min(0), { en: 'Number of lines', zh: '明细行数' }, { example: 2 }),
    step,
    title: terms.title,
    owner: terms.owner,
    expectedCloseDate: terms.expectedCloseDate,
  }),
);

export const dealContracts = [DealOpened, DealAdvanced, DealChanged, SampleSent, DealClosed, DealReopened] as const;
export type DealEvent = EventOf<(typeof dealContracts)[number]>;
