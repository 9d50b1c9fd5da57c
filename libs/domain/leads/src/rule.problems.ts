import { problems } from '@annals/event-sourcing';

export const leadRuleProblems = problems({
  LeadRuleUnknown: {
    kind: 'missing',
    title: { en: 'Assignment rule not found', zh: '分配规则不存在' },
    detail: {
      en: 'There is no assignment rule {ruleId}. Check the id, or add the rule first.',
      zh: '没有分配规则 {ruleId}。请核对编号，或先添加该规则。',
    },
    example: { ruleId: 'r-east' },
  },
  LeadRuleAlreadyAdded: {
    kind: 'conflict',
    title: { en: 'Assignment rule already added', zh: '分配规则已添加' },
    detail: {
      en: 'Assignment rule {ruleId} is added already, with other content. Send another id, or change that rule.',
      zh: '分配规则 {ruleId} 已添加，且内容不同。请使用其他编号，或变更该规则。',
    },
    example: { ruleId: 'r-east' },
  },
  LeadRuleAlreadyOff: {
    kind: 'conflict',
    title: { en: 'Assignment rule already switched off', zh: '分配规则已停用' },
    detail: {
      en: 'Assignment rule {ruleId} is switched off already, for another reason. Switch it on before another reason is recorded.',
      zh: '分配规则 {ruleId} 已停用，且原因不同。如需记录其他原因，请先启用该规则。',
    },
    example: { ruleId: 'r-east' },
  },
  LeadRuleAlreadyOn: {
    kind: 'conflict',
    title: { en: 'Assignment rule is on', zh: '分配规则已启用' },
    detail: {
      en: 'Assignment rule {ruleId} is on, and only a rule that is switched off can be switched on. Check the id.',
      zh: '分配规则 {ruleId} 已处于启用状态，只有已停用的表单可以启用。请核对编号。',
    },
    example: { ruleId: 'r-east' },
  },
  LeadRuleOccurredTooEarly: {
    kind: 'conflict',
    title: { en: 'Occurred before what it follows', zh: '发生时间早于其前提' },
    detail: {
      en: 'The assignment rule was last changed at {since}, and this follows it. It cannot have occurred at {occurredAt}: send a later `occurredAt`.',
      zh: '该分配规则最近一次变更时间为 {since}，本操作在其之后，不可能发生于 {occurredAt}。请发送更晚的 `occurredAt`。',
    },
    example: { since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
});
