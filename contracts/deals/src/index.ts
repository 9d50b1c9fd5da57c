import { Contract, type EventOf } from '@annals/event-sourcing';
import { choice, customerId, field, id, label, note, personalText } from '@annals/contracts-values';
import { z } from 'zod';
import { estimateReason, probability } from './estimate.js';
import { dealTerms, partlyWithLineIds, product, quantity, someTermsV1, someTermsV2 } from './terms.js';
import { terms, termsV1, termsV2, withLineIds } from './terms.js';

export { changedLines, lineKey, termsAfter, termsClosed, type DatedTerms, type TermsChange } from './dated-terms.js';
export { estimateReason, probability } from './estimate.js';
export { DEAL_LINES, dealLine, dealTerms, givenLine, givenValue, type DealLine, type DealTerms } from './terms.js';

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

export const dealId = field(id, { en: 'Deal', zh: '商机' }, { example: 'd-3001' });
export const competitor = field(label, { en: 'Competitor', zh: '竞争对手' }, { example: 'Other Tea Ltd' });

/** Why a deal goes back, goes on without what a step needs, is lost or is open again. */
export const reason = field(note, { en: 'Reason', zh: '原因' }, { example: 'The price was too high.' });

const about = { dealId, customerId };

const same = <Data>(data: Data): Data => data;

export const DealOpened = Contract.of('DealOpened', { en: 'Deal opened', zh: '商机已新建' })
  .v1(z.object({ ...about, ...termsV1, step }))
  .next(z.object({ ...about, ...termsV2, step }), (opened) => ({
    ...opened,
    lines: withLineIds(opened.dealId, opened.lines),
  }))
  .next(z.object({ ...about, ...terms, step }), same);

/** `reason` is present when the deal moves back, or on without what the step needs. */
export const DealAdvanced = Contract.of('DealAdvanced', { en: 'Deal advanced', zh: '商机已推进' }).v1(
  z.object({ ...about, from: step, to: step, reason: reason.nullable() }),
);

/** `before` and `after` have the same keys: the terms that changed. */
export const DealChanged = Contract.of('DealChanged', { en: 'Deal changed', zh: '商机条款已变更' })
  .v1(z.object({ ...about, before: someTermsV1, after: someTermsV1, reason: reason.nullable() }))
  .next(
    z.object({ ...about, before: someTermsV2, after: someTermsV2, reason: reason.nullable() }),
    ({ before, after, ...data }) => ({
      ...data,
      before: partlyWithLineIds(data.dealId, before),
      after: partlyWithLineIds(data.dealId, after),
    }),
  )
  .next(
    z.object({ ...about, before: dealTerms.partial(), after: dealTerms.partial(), reason: reason.nullable() }),
    same,
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

const close = { outcome, step, reason: reason.nullable(), competitor: competitor.nullable() };

/** Repeats the terms at the close, so that a report needs no other event. */
export const DealClosed = Contract.of('DealClosed', { en: 'Deal closed', zh: '成交/丢单' })
  .v1(z.object({ ...about, ...termsV1, ...close }))
  .next(z.object({ ...about, ...termsV2, ...close }), (closed) => ({
    ...closed,
    lines: withLineIds(closed.dealId, closed.lines),
  }))
  .next(z.object({ ...about, ...terms, ...close }), same);

/**
 * Reverses a close: `outcome` and `value` are those of the close, `lines` is the number of its lines. The other fields
 * describe the open deal, at the step that it had reached.
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

/**
 * The probability of an open deal was estimated, in place of that of its step; `null` takes an earlier estimate back. An
 * estimate holds until the deal reaches another step, is closed, or is estimated again.
 */
export const DealEstimated = Contract.of('DealEstimated', {
  en: 'Probability of a deal estimated',
  zh: '商机成交概率已评估',
}).v1(z.object({ ...about, probability: probability.nullable(), reason: estimateReason }));

/** The deal is taken back: it counts as never opened. `lines` is the number of lines of its close, 0 if it is not closed. */
export const DealWithdrawn = Contract.of('DealWithdrawn', { en: 'Deal withdrawn', zh: '商机已撤销' }).v1(
  z.object({
    ...about,
    lines: field(z.number().int().min(0), { en: 'Number of lines', zh: '明细行数' }, { example: 2 }),
  }),
);

/** The stream of a deal. */
export const dealStream = (dealId: string): string => `deal-${dealId}`;

export const dealContracts = [
  DealOpened,
  DealAdvanced,
  DealChanged,
  SampleSent,
  DealClosed,
  DealReopened,
  DealEstimated,
  DealWithdrawn,
] as const;
export type DealEvent = EventOf<(typeof dealContracts)[number]>;
