import { ImmutableMap, type Foldable } from '@annals/event-sourcing';
import type { Entry } from './entry.js';
import type { ProductEvent } from './events.js';
import type { Price } from './price.js';

type Of<Type> = Extract<ProductEvent, { readonly type: Type }>['data'];
type Occurred = { readonly occurredAt: string };

/** A price of a product on a price list; `until` is its last day by now. */
export type KnownPrice = Price & {
  readonly set: Price;
  readonly end: { readonly until: string; readonly reason: string } | null;
};

/** What the stream of a product says of it; `null` before it is added. */
export type KnownProduct = {
  readonly productId: string;
  /** As it was added. */
  readonly added: Of<'ProductAdded'>;
  readonly entry: Entry;
  /** Since which day it is not offered any more, and why. */
  readonly withdrawal: { readonly from: string; readonly reason: string } | null;
  /** Why it was reinstated last. */
  readonly reinstatement: string | null;
  /** By their ids. */
  readonly prices: ImmutableMap<KnownPrice>;
  /** When the catalogue was last changed. */
  readonly changedAt: string;
} | null;

const changed =
  <Data>(step: (product: NonNullable<KnownProduct>, data: Data) => Partial<NonNullable<KnownProduct>>) =>
  (product: KnownProduct, data: Data, { occurredAt: changedAt }: Occurred): KnownProduct =>
    product && { ...product, ...step(product, data), changedAt };

type Prices = NonNullable<KnownProduct>['prices'];

const priced =
  <Data>(step: (prices: Prices, data: Data) => Prices) =>
  (product: KnownProduct, data: Data): KnownProduct =>
    product && { ...product, prices: step(product.prices, data) };

/** A fold of the stream of a product, for its rules and those of what refers to it. */
export const knownProduct = {
  initial: null as KnownProduct,
  evolve: {
    ProductAdded: (_: KnownProduct, added: Of<'ProductAdded'>, { occurredAt: changedAt }: Occurred): KnownProduct => {
      const { productId, ...entry } = added;
      return {
        productId,
        added,
        entry,
        withdrawal: null,
        reinstatement: null,
        prices: ImmutableMap.empty(),
        changedAt,
      };
    },
    ProductChanged: changed<Of<'ProductChanged'>>(({ entry }, { after }) => ({
      entry: { ...entry, ...(after as Partial<Entry>) },
    })),
    ProductWithdrawn: changed<Of<'ProductWithdrawn'>>((_, { from, reason }) => ({ withdrawal: { from, reason } })),
    ProductReinstated: changed<Of<'ProductReinstated'>>((_, { reason }) => ({
      ...{ withdrawal: null, reinstatement: reason },
    })),
    PriceSet: priced<Of<'PriceSet'>>((prices, { productId: _, priceId, ...set }) =>
      prices.with(priceId, { ...set, set, end: null }),
    ),
    PriceEnded: priced<Of<'PriceEnded'>>((prices, { priceId, until, reason }) => {
      const price = prices.get(priceId);
      return price ? prices.with(priceId, { ...price, until, end: { until, reason } }) : prices;
    }),
  },
} satisfies Foldable<KnownProduct>;

/** Whether a product is offered on a day, `2026-01-31`. */
export const isOffered = ({ entry, withdrawal }: NonNullable<KnownProduct>, day: string): boolean => {
  const { activeFrom, activeUntil } = entry;
  if (activeFrom !== null && day < activeFrom) return false;
  return (activeUntil === null || day <= activeUntil) && (withdrawal === null || day < withdrawal.from);
};
