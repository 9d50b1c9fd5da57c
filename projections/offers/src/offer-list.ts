import { ruleNameOf, type OfferEvent } from '@annals/contracts-offers';
import { latestOf, ratio } from '@annals/contracts-values';
import { instant, number, revised, text, view, whenKnown, type EventLines } from '@annals/event-sourcing';
import { offer, status, type OfferDocument } from './offer.js';

export type { OfferDocument } from './offer.js';

/** One document for each offer. */
export const offerList = view<OfferEvent, OfferDocument>()({
  name: 'offer-list',
  version: 1,
  key: ({ data }) => data.offerId,
  on: revised<OfferEvent, OfferDocument>({
    ProductOffered: (_, { data: { productId, because, ...data }, occurredAt: offeredAt, actor: offeredBy }) => ({
      ...data,
      ...{ productId: productId ?? null, because: because ?? [], status: 'open', answer: null, reason: null },
      ...{ offeredAt, answeredAt: null, offeredBy, since: {} },
    }),
    OfferAnswered: whenKnown((offer, { data: { answer, reason }, occurredAt }) => {
      const said = { answer, reason: reason ?? null, status: answer, answeredAt: occurredAt } as const;
      const { values, since } = latestOf(offer.since, said, occurredAt);
      return { ...offer, ...values, since };
    }),
  }),
  fields: {
    status: text((offer) => offer.status, { schema: status }),
    product: text(({ product }) => product),
    rule: text(({ because, product }) => ruleNameOf(because, { product })),
    customer: text(({ customerId }) => customerId),
    by: text(({ offeredBy }) => offeredBy),
    offeredAt: instant(({ offeredAt }) => offeredAt),
    accepted: number(({ status }) => (status === 'accepted' ? 1 : 0)),
    answered: number(({ status }) => (status === 'open' ? 0 : 1)),
  },
  indexes: [
    ['offeredAt'],
    ['status', 'offeredAt'],
    ['customer', 'offeredAt'],
    ['product', 'offeredAt'],
    ['rule', 'status'],
  ],
  personal: ['reason'],
  revision: ({ revision }) => revision,
  answer: { schema: offer, of: ({ revision: _, since: __, ...shown }) => shown },
  list: {
    path: 'offers',
    summary: { en: 'List offers by customer, product and answer', zh: '按客户、产品和答复列出推荐' },
    record: {
      ...{ name: 'Offer', en: 'offer', zh: '推荐', id: 'offerId', schema: 'NamedOffer' },
      one: { en: 'Get an offer with its answer', zh: '查看推荐及其答复' },
    },
    needs: 'offers.read',
    filters: ['status', 'product', 'customer'],
    ranges: ['offeredAt'],
    names: { customerName: 'customer' },
    sorts: ['-offeredAt'],
  },
  report: {
    name: 'offers',
    summary: { en: 'Offers by product, rule, status and user', zh: '按产品、规则、状态和用户统计推荐' },
    dimensions: ['product', 'rule', 'status', 'by', 'customer'],
    sum: ['accepted', 'answered'],
    measures: {
      offers: { en: 'Number of offers', zh: '推荐数', of: ({ count }) => count },
      answered: { en: 'Of these answered', zh: '其中已答复', of: ({ answered }) => answered },
      accepted: { en: 'Of these accepted', zh: '其中已接受', of: ({ accepted }) => accepted },
      hitRate: {
        en: 'Accepted of the answered ones',
        zh: '接受率（已接受 ÷ 已答复）',
        of: ({ accepted, answered }) => ratio(accepted, answered, 4),
      },
    },
    time: 'offeredAt',
  },
});

export const offerLines: EventLines<OfferEvent> = {
  ProductOffered: ({ product }) => product,
  OfferAnswered: ({ reason }) => reason ?? '',
};
