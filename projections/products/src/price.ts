import { price as listed, priceId, productId, reason } from '@annals/contracts-products';
import { field, instant } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';

/** A price on a price list as the API answers it. */
export const price = z.strictObject({
  ...{ productId, priceId, ...listed.shape },
  reason: field(
    reason.nullable(),
    { en: 'Reason', zh: '原因' },
    { description: { en: 'Why it was ended.', zh: '终止的原因。' } },
  ),
  setAt: field(instant, { en: 'Set', zh: '设置时间' }),
});

/** The stored document. */
export type PriceDocument = Immutable<z.output<typeof price>>;
