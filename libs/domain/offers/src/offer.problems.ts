import { problems } from '@annals/event-sourcing';

export const offerProblems = problems({
  OfferUnknown: {
    kind: 'missing',
    title: { en: 'Offer not found', zh: '推荐不存在' },
    detail: {
      en: 'There is no offer {offerId}. Check the id, or record the offer first.',
      zh: '没有推荐 {offerId}。请核对编号，或先登记该推荐。',
    },
    example: { offerId: 'of-7001' },
  },
  ProductAlreadyOffered: {
    kind: 'conflict',
    title: { en: 'Offer already recorded', zh: '推荐已登记' },
    detail: {
      en: 'Offer {offerId} is recorded already, with other content. Send another id for another offer.',
      zh: '推荐 {offerId} 已登记，且内容不同。其他推荐请使用其他编号。',
    },
    example: { offerId: 'of-7001' },
  },
  AnsweredBeforeOffer: {
    kind: 'conflict',
    title: { en: 'Answered before it was offered', zh: '答复早于推荐' },
    detail: {
      en: 'The product was offered at {since}, and cannot have been answered at {occurredAt}. Send a later `occurredAt`.',
      zh: '产品于 {since} 推荐，不可能于 {occurredAt} 得到答复。请发送更晚的 `occurredAt`。',
    },
    example: { since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
});
