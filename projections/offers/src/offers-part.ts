import { offer as offered, offerId, product } from '@annals/contracts-offers';
import { firstOf, pagePart } from '@annals/event-sourcing';
import { instant } from '@annals/contracts-values';
import { z } from 'zod';
import { offerList } from './offer-list.js';
import { status } from './offer.js';

const MOST = 10; // offers

/** The last products that were offered to the customer, with the answers. */
export const offersPart = pagePart({
  reads: {
    last: firstOf(offerList, [], { where: () => [], sort: { field: 'offeredAt', descending: true }, limit: MOST }),
  },
  answer: {
    schema: z.strictObject({
      offers: z
        .array(
          z.strictObject({
            ...{ offerId, product: product.product, productId: product.productId.unwrap().nullable() },
            ...{ because: offered.shape.because.unwrap(), status, offeredAt: instant },
          }),
        )
        .describe('The last 10'),
    }),
    of: ({ last }) => ({
      offers: last.map(({ offerId, product, productId, because, status, offeredAt }) => ({
        ...{ offerId, product, productId, because, status, offeredAt },
      })),
    }),
  },
});
