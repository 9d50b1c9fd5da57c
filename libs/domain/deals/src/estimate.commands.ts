import { command } from '@annals/command-bus';
import { dealId, estimateReason, probability } from '@annals/contracts-deals';
import { field } from '@annals/contracts-values';

const estimated = field(
  probability.nullable(),
  { en: 'Probability, in percent', zh: '成交概率（%）' },
  {
    example: 70,
    description: {
      en: 'From 0 to 100; empty returns to the probability of the step.',
      zh: '0 至 100；留空则恢复为阶段概率。',
    },
  },
);

export class EstimateDeal extends command(
  'EstimateDeal',
  { dealId, probability: estimated, reason: estimateReason },
  {
    post: 'deals/:dealId/estimate',
    summary: { en: 'Estimate the probability of an open deal', zh: '评估进行中商机的成交概率' },
    description: {
      en: 'The estimate counts in the forecast in place of the probability of the step, until the deal reaches another step, is closed, or is estimated again. `null` returns to the probability of the step.',
      zh: '评估值在预测中代替阶段概率，直到商机进入其他阶段、关闭或重新评估为止。`null` 表示恢复为阶段概率。',
    },
    needs: 'deals.write',
    about: 'dealId',
  },
) {}
