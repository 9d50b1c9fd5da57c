import { choice, customerId, field, id, label, note } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

export const offerId = field(id, { en: 'Offer', zh: '推荐' }, { example: 'of-7001' });

const answers = choice({ accepted: { en: 'Accepted', zh: '已接受' }, refused: { en: 'Refused', zh: '已拒绝' } });
export const answer = field(answers, { en: 'Answer', zh: '答复' }, { example: 'accepted' });
export type Answer = z.infer<typeof answer>;
export const reason = field(note, { en: 'Reason', zh: '原因' }, { example: 'Has one of another make.' });

/** A product, with its number where it has one. */
export const product = {
  product: field(label, { en: 'Product', zh: '产品' }, { example: 'Chai' }),
  productId: field(id, { en: 'Product number', zh: '产品编号' }, { example: 'p-11' }).optional(),
};
export type OfferedProduct = { readonly product: string; readonly productId?: string | undefined };

/** What tells products apart: their number, else their name. */
export const productKeyOf = ({ product, productId }: OfferedProduct): string => productId ?? product;

/** How a rule is named: `Chang + Chai → Tofu`; `null` for an offer that follows from no product. */
export const ruleNameOf = (because: readonly OfferedProduct[], { product }: OfferedProduct): string | null =>
  because.length === 0 ? null : `${because.map((each) => each.product).join(' + ')} → ${product}`;

/** What is offered, and the products of the customer from which it follows; none for an idea of the seller. */
export const offer = z.object({
  ...product,
  because: field(
    z.array(z.strictObject(product)).max(10),
    { en: 'Because of', zh: '依据产品' },
    { example: [{ product: 'Chang' }] },
  ).optional(),
});

const about = { offerId, customerId };

export const ProductOffered = Contract.of('ProductOffered', { en: 'Product offered', zh: '已推荐产品' }).v1(
  z.object({ ...about, ...offer.shape }),
);

/** The last one counts: a customer may think again. */
export const OfferAnswered = Contract.of('OfferAnswered', { en: 'Offer answered', zh: '推荐已答复' }).v1(
  z.object({ ...about, answer, reason: reason.optional() }),
);

export const offerContracts = [ProductOffered, OfferAnswered] as const;
export type OfferEvent = EventOf<(typeof offerContracts)[number]>;
