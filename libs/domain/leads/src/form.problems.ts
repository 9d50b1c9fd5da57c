import { problems } from '@annals/event-sourcing';

export const leadFormProblems = problems({
  LeadFormUnknown: {
    kind: 'missing',
    title: { en: 'Lead form not found', zh: '线索表单不存在' },
    detail: {
      en: 'There is no lead form {formId}. Check the id, or add the form first.',
      zh: '没有线索表单 {formId}。请核对编号，或先添加该表单。',
    },
    example: { formId: 'f-spring' },
  },
  LeadFormAlreadyAdded: {
    kind: 'conflict',
    title: { en: 'Lead form already added', zh: '线索表单已添加' },
    detail: {
      en: 'Lead form {formId} is added already, with other content. Send another id, or change that form.',
      zh: '线索表单 {formId} 已添加，且内容不同。请使用其他编号，或变更该表单。',
    },
    example: { formId: 'f-spring' },
  },
  LeadFormAlreadyOff: {
    kind: 'conflict',
    title: { en: 'Lead form already switched off', zh: '线索表单已停用' },
    detail: {
      en: 'Lead form {formId} is switched off already, for another reason. Switch it on before another reason is recorded.',
      zh: '线索表单 {formId} 已停用，且原因不同。如需记录其他原因，请先启用该表单。',
    },
    example: { formId: 'f-spring' },
  },
  LeadFormAlreadyOn: {
    kind: 'conflict',
    title: { en: 'Lead form is on', zh: '线索表单已启用' },
    detail: {
      en: 'Lead form {formId} is on, and only a form that is switched off can be switched on. Check the id.',
      zh: '线索表单 {formId} 已处于启用状态，只有已停用的表单可以启用。请核对编号。',
    },
    example: { formId: 'f-spring' },
  },
  LeadFormOccurredTooEarly: {
    kind: 'conflict',
    title: { en: 'Occurred before what it follows', zh: '发生时间早于其前提' },
    detail: {
      en: 'The lead form was last changed at {since}, and this follows it. It cannot have occurred at {occurredAt}: send a later `occurredAt`.',
      zh: '该线索表单最近一次变更时间为 {since}，本操作在其之后，不可能发生于 {occurredAt}。请发送更晚的 `occurredAt`。',
    },
    example: { since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
});
