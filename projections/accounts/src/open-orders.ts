import type { OrderEvent } from '@annals/contracts-accounts';
import type { Money } from '@annals/contracts-values';
import { projection } from '@annals/event-sourcing';

export type OpenOrder = {
  readonly orderId: string;
  readonly customerId: string;
  readonly number: string | null;
  readonly value: Money;
  readonly status: 'open' | 'partly-delivered';
  readonly expectedOn: string | null;
  readonly placedAt: string;
};

/** One document for each order that is neither delivered as a whole nor cancelled. */
export const openOrders = projection<OrderEvent, OpenOrder>()({
  name: 'open-orders',
  version: 2,
  key: ({ data }) => data.orderId,
  on: {
    OrderPlaced: (_, { data: { lines: __, status, ...order }, occurredAt: placedAt }) =>
      status === 'open' || status === 'partly-delivered' ? { ...order, status, placedAt } : null,
    OrderDelivered: (order, { data: { complete } }) =>
      order && (complete ? null : { ...order, status: 'partly-delivered' }),
    OrderCancelled: () => null,
  },
  fields: {
    customer: { of: ({ customerId }) => customerId },
    placedAt: { of: ({ placedAt }) => placedAt },
    currency: { of: ({ value }) => value.currency },
    valueAmount: { amount: ({ value }) => value.amount },
  },
  indexes: [['customer', 'placedAt']],
});
