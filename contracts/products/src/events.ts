import { day, field, label } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';
import { entry, productId, someEntry } from './entry.js';
import { price, priceId } from './price.js';

// Names and fields below are on disk: add a version, never edit one.

/** The subject of all these events; it is not a valid id of a customer. */
export const CATALOGUE = '@catalogue';

const about = { productId };

/** Why a product is withdrawn or reinstated, or a price ended. */
export const reason = field(label, { en: 'Reason', zh: '原因' }, { example: 'Replaced by p-12.' });

/** The first day on which a product is not offered any more. */
export const withdrawnFrom = field(day, { en: 'Withdrawn from', zh: '停售日期' }, { example: '2026-03-01' });

export const ProductAdded = Contract.of('ProductAdded', { en: 'Product added', zh: '产品已添加' }).v1(
  z.object({ ...about, ...entry.shape }),
);

/** `before` and `after` have the same keys: what changed. */
export const ProductChanged = Contract.of('ProductChanged', { en: 'Product changed', zh: '产品已变更' }).v1(
  z.object({ ...about, before: someEntry, after: someEntry }),
);

export const ProductWithdrawn = Contract.of('ProductWithdrawn', { en: 'Product withdrawn', zh: '产品已停售' }).v1(
  z.object({ ...about, from: withdrawnFrom, reason }),
);

export const ProductReinstated = Contract.of('ProductReinstated', {
  en: 'Product reinstated',
  zh: '产品已恢复销售',
}).v1(z.object({ ...about, reason }));

export const PriceSet = Contract.of('PriceSet', { en: 'Price set', zh: '价格已设置' }).v1(
  z.object({ ...about, priceId, ...price.shape }),
);

/** The last day on which a price is valid that is ended. */
export const priceUntil = field(day, { en: 'Valid until', zh: '有效期至' }, { example: '2026-03-31' });

export const PriceEnded = Contract.of('PriceEnded', { en: 'Price ended', zh: '价格已终止' }).v1(
  z.object({ ...about, priceId, until: priceUntil, reason }),
);

/** The stream of a product. */
export const productStream = (productId: string): string => `product-${productId}`;

export const productContracts = [
  ProductAdded,
  ProductChanged,
  ProductWithdrawn,
  ProductReinstated,
  PriceSet,
  PriceEnded,
] as const;
export type ProductEvent = EventOf<(typeof productContracts)[number]>;
