import { step } from '@annals/contracts-deals';
import { labelsOf } from '@annals/contracts-values';
import { problems } from '@annals/event-sourcing';

export const winProblems = problems({
  DealWonTooEarly: {
    kind: 'conflict',
    title: { en: 'Deal won too early', zh: '商机尚不能成交' },
    detail: {
      en: 'The deal is at the step “{step}” and cannot be won there. Advance it first.',
      zh: '该商机处于“{step}”阶段，不能成交。请先推进。',
    },
    values: { step: labelsOf(step) },
    example: { step: 'need-found' },
  },
  EarlyWinNeedsReason: {
    kind: 'conflict',
    title: { en: 'Early win needs a reason', zh: '提前成交须说明原因' },
    detail: {
      en: 'The deal is at the step “{step}”: winning it before the negotiation requires a `reason`. Send one, or advance the deal first.',
      zh: '该商机处于“{step}”阶段：议价之前成交须说明原因。请发送 `reason`，或先推进商机。',
    },
    values: { step: labelsOf(step) },
    example: { step: 'intent' },
  },
});
