import { problems } from '@annals/event-sourcing';

export const callerProblems = problems({
  CallerUnknown: {
    kind: 'missing',
    title: { en: 'Caller not found', zh: '来访者记录不存在' },
    detail: {
      en: 'There is no record of a caller {callerId}. Check the id, or record the caller first.',
      zh: '没有来访者记录 {callerId}。请核对编号，或先登记来访者。',
    },
    example: { callerId: 'cl-1' },
  },
  CallerAlreadyRecorded: {
    kind: 'conflict',
    title: { en: 'Caller already recorded', zh: '来访者已登记' },
    detail: {
      en: 'Caller {callerId} is recorded already, with other content. Send another id for another call.',
      zh: '来访者 {callerId} 已登记，且内容不同。其他来访请使用其他编号。',
    },
    example: { callerId: 'cl-1' },
  },
  CallerAlreadyIdentified: {
    kind: 'conflict',
    title: { en: 'Caller already identified', zh: '来访者身份已确认' },
    detail: {
      en: 'Caller {callerId} is identified already, and the call is a contact of the customer. It can be neither closed nor identified otherwise: correct the contact instead.',
      zh: '来访者 {callerId} 的身份已确认，该来访已是客户的接触记录，不能再关闭或改为其他客户。如有错误，请更正该接触记录。',
    },
    example: { callerId: 'cl-1' },
  },
  CallerAlreadyClosed: {
    kind: 'conflict',
    title: { en: 'Caller already closed', zh: '来访者记录已关闭' },
    detail: {
      en: 'The record of caller {callerId} is closed already, for another reason. Nothing has to be done.',
      zh: '来访者记录 {callerId} 已因其他原因关闭，无需再次操作。',
    },
    example: { callerId: 'cl-1' },
  },
  CallerOccurredTooEarly: {
    kind: 'conflict',
    title: { en: 'Occurred before the call', zh: '发生时间早于来访时间' },
    detail: {
      en: 'The caller made contact at {since}, and this follows it. It cannot have occurred at {occurredAt}: send a later `occurredAt`.',
      zh: '来访时间为 {since}，本操作在其之后，不可能发生于 {occurredAt}。请发送更晚的 `occurredAt`。',
    },
    example: { since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
});
