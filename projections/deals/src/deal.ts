import {
  competitor,
  dealContracts,
  dealId,
  dealTerms,
  estimateReason,
  probability,
  reason,
  step,
} from '@annals/contracts-deals';
import { choice, customerId, field, instant } from '@annals/contracts-values';
import type { DatedTerms } from '@annals/contracts-deals';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';
import type { Estimated } from './estimates.js';
import type { Moves } from './moves.js';

export const status = choice({
  open: { en: 'Open', zh: '进行中' },
  won: { en: 'Won', zh: '成交' },
  lost: { en: 'Lost', zh: '丢单' },
});

/** What of a deal is both stored and answered. */
const dealFacts = z.strictObject({
  ...dealTerms.shape,
  ...{ dealId, customerId, step },
  status: field(status, { en: 'Status', zh: '状态' }),
  openedAt: field(instant, { en: 'Opened', zh: '新建时间' }),
  stepSince: field(instant, { en: 'In this step since', zh: '进入当前步骤时间' }),
  closedAt: field(instant.nullable(), { en: 'Closed', zh: '关闭时间' }),
  reason: field(
    reason.nullable(),
    { en: 'Reason', zh: '原因' },
    { description: { en: 'Reason of the close.', zh: '关闭原因。' } },
  ),
  competitor: competitor.nullable(),
  samples: field(z.number().int(), { en: 'Samples sent', zh: '已寄送样品数' }),
  daysInStep: field(
    z.partialRecord(step, z.number()),
    { en: 'Days in each step', zh: '各步骤停留天数' },
    {
      description: {
        en: 'Days in the steps that the deal has left, to a hundredth; the time while it was closed does not count.',
        zh: '在已离开的各步骤停留的天数，精确到百分之一；关闭期间不计。',
      },
    },
  ),
  lastChange: z.strictObject({
    type: z.enum(dealContracts.map(({ type }) => type)),
    at: instant,
    actor: z.string(),
  }),
});

const estimate = z.strictObject({
  probability,
  reason: estimateReason,
  at: field(instant, { en: 'Estimated', zh: '评估时间' }),
  actor: field(z.string(), { en: 'Estimated by', zh: '评估人' }, { example: 'li.na' }),
});

/** A deal as the API answers it. */
export const deal = dealFacts.extend({
  estimate: field(
    estimate.nullable(),
    { en: 'Estimate', zh: '评估' },
    {
      description: {
        en: 'The probability that was estimated of the open deal at its step, with reason, time and user; without it the probability of the step counts in the forecast, which `GET /v1/deals/pipeline` has.',
        zh: '对进行中商机在当前阶段评估的成交概率及其原因、时间和评估人；没有评估时按阶段概率预测，见 `GET /v1/deals/pipeline`。',
      },
    },
  ),
});

/** The stored document. */
export type Deal = Immutable<z.output<typeof dealFacts>> &
  Moves &
  Estimated &
  Pick<DatedTerms, 'since'> & { readonly revision: number };
