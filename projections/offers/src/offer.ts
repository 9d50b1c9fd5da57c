import { answer, offer as offered, offerId, product, reason } from '@annals/contracts-offers';
import { choice, customerId, field, instant, type Since } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';

export const status = choice({
  open: { en: 'Not answered', zh: '未答复' },
  accepted: { en: 'Accepted', zh: '已接受' },
  refused: { en: 'Refused', zh: '已拒绝' },
});

/** An offer as the API answers it. */
export const offer = z.strictObject({
  ...{ offerId, customerId, product: product.product },
  productId: product.productId.unwrap().nullable(),
  because: offered.shape.because.unwrap(),
  status: field(status, { en: 'Status', zh: '状态' }),
  answer: answer.nullable(),
  reason: reason.nullable(),
  offeredAt: field(instant, { en: 'Offered', zh: '推荐时间' }),
  answeredAt: field(instant.nullable(), { en: 'Answered', zh: '答复时间' }),
  offeredBy: field(z.string(), { en: 'Offered by', zh: '推荐人' }),
});

/** The stored document. */
export type OfferDocument = Immutable<z.output<typeof offer>> & {
  /** Since when the answer holds. */
  readonly since: Since;
  readonly revision: number;
};
