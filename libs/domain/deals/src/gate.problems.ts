import { step } from '@annals/contracts-deals';
import { labelsOf } from '@annals/contracts-values';
import { problems } from '@annals/event-sourcing';

export const gateProblems = problems({
  GatedStepNeedsReason: {
    kind: 'conflict',
    title: { en: 'Step needs more, or a reason', zh: '未满足步骤条件须说明原因' },
    detail: {
      en: 'Before the step “{step}” the deal needs: {missing}. Record what is missing, or send a `reason` to move on without it.',
      zh: '进入“{step}”阶段之前，该商机还须具备：{missing}。请先补齐，或发送 `reason` 说明原因后推进。',
    },
    values: {
      step: labelsOf(step),
      missing: {
        sample: { en: 'a sample that was sent', zh: '已寄送的样品' },
        lines: { en: 'at least one line', zh: '至少一行明细' },
        value: { en: 'a value other than zero', zh: '不为零的金额' },
      },
    },
    example: { step: 'negotiation', missing: ['sample', 'lines'] },
  },
});
