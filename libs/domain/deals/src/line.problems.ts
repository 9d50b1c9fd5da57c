import { problems } from '@annals/event-sourcing';

export const lineProblems = problems({
  LineUnknown: {
    kind: 'missing',
    title: { en: 'Line not found', zh: '明细不存在' },
    detail: {
      en: 'The deal has no line {lineId}. Check the id, or add the line first.',
      zh: '该商机没有明细 {lineId}。请核对编号，或先添加该明细。',
    },
    example: { lineId: 'd-3001:l1' },
  },
  LinePriceMissing: {
    kind: 'conflict',
    title: { en: 'Line without a price', zh: '明细缺少单价' },
    detail: {
      en: 'The line of {product} has no `unitPrice`, and no price list has one for that quantity, currency and day. Send a `unitPrice`, or set a price first.',
      zh: '{product} 的明细没有 `unitPrice`，价目表中也没有适用于该数量、币种和日期的价格。请发送 `unitPrice`，或先设置价格。',
    },
    example: { product: 'Chai' },
  },
  LineAlreadyAdded: {
    kind: 'conflict',
    title: { en: 'Line already added', zh: '明细已添加' },
    detail: {
      en: 'Line {lineId} is or was a line of the deal already, with other content. Change that line, or send another id.',
      zh: '明细 {lineId} 已是或曾是该商机的明细，且内容不同。请变更该明细，或使用其他编号。',
    },
    example: { lineId: 'd-3001:l1' },
  },
  LineAlreadyChanged: {
    kind: 'conflict',
    title: { en: 'Line already changed', zh: '明细已变更' },
    detail: {
      en: 'Line {lineId} has this content already, by a change for another reason. Leave the reason out.',
      zh: '明细 {lineId} 已是该内容，但变更原因不同。请不发送原因。',
    },
    example: { lineId: 'd-3001:l1' },
  },
});
