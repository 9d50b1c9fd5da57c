import type { OrderEvent } from '@annals/contracts-accounts';
import type { DealEvent } from '@annals/contracts-deals';
import { productKeyOf, type OfferedProduct } from '@annals/contracts-offers';
import { projection, type Of } from '@annals/event-sourcing';

type Sold = Of<DealEvent, 'DealClosed' | 'DealReopened' | 'DealWithdrawn'>;
type Ordered = Of<OrderEvent, 'OrderPlaced' | 'OrderCancelled'>;

/** What a customer bought together: the products of a won deal or of an order, each once. */
export type Basket = {
  readonly customerId: string;
  /** Sorted by key. */
  readonly products: readonly OfferedProduct[];
};

const basketOf = (customerId: string, lines: readonly OfferedProduct[]): Basket | null => {
  const byKey = new Map(
    lines.map(({ product, productId }) => {
      const sold = { product, ...(productId !== undefined && { productId }) };
      return [productKeyOf(sold), sold] as const;
    }),
  );
  const products = [...byKey].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, product]) => product);
  return products.length === 0 ? null : { customerId, products };
};

/** A basket for each won deal and each order that has lines; none once the deal is reopened or the order cancelled. */
export const baskets = projection<Sold | Ordered, Basket>()({
  name: 'baskets',
  version: 1,
  key: ({ data }) => ('dealId' in data ? `deal:${data.dealId}` : `order:${data.orderId}`),
  on: {
    DealClosed: (_, { data: { customerId, lines, outcome } }) =>
      outcome === 'won' ? basketOf(customerId, lines) : null,
    DealReopened: () => null,
    DealWithdrawn: () => null,
    OrderPlaced: (_, { data: { customerId, lines, status } }) =>
      status === 'cancelled' ? null : basketOf(customerId, lines),
    OrderCancelled: () => null,
  },
  fields: {
    customer: { of: ({ customerId }) => customerId },
    products: { each: ({ products }) => products.map(productKeyOf) },
  },
  indexes: [['customer']],
});
