import { profile } from '@annals/contracts-customers';
import { labelsOf } from '@annals/contracts-values';
import { problems } from '@annals/event-sourcing';

export const customerFileProblems = problems({
  CustomerKindNeverChanges: {
    kind: 'conflict',
    title: { en: 'Kind of customer never changes', zh: '客户类型不可变更' },
    detail: {
      en: 'The customer is of the kind “{kind}” and stays so. Leave `kind` out, or register another customer.',
      zh: '该客户类型为“{kind}”，不可变更。请去掉 `kind`，或另行登记客户。',
    },
    values: { kind: labelsOf(profile.shape.kind) },
    example: { kind: 'person' },
  },
  NeedAlreadyRecorded: {
    kind: 'conflict',
    title: { en: 'Need already recorded', zh: '需求已记录' },
    detail: {
      en: 'Need {needId} is recorded already, with other content. Send another `needId` for another need.',
      zh: '需求 {needId} 已记录，且内容不同。其他需求请使用其他 `needId`。',
    },
    example: { needId: 'n-1' },
  },
  CustomerNotLost: {
    kind: 'conflict',
    title: { en: 'Customer not lost', zh: '客户未流失' },
    detail: {
      en: 'Customer {customerId} is not recorded as lost, so there is nobody to win back. Mark the customer as lost first.',
      zh: '客户 {customerId} 未记录为流失，无需赢回。请先将该客户标记为流失。',
    },
    example: { customerId: 'c-1' },
  },
});
