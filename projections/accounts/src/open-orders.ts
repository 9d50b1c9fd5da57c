import type { OrderEvent, OrderStatus } from '@annals/contracts-accounts';
import type { Money } from '@annals/contracts-values';
import { projection } from '@annals/event-sourcing';

export type Order = {
  readonly orderId: string;
  readonly customerId: string;
  readonly number: string | null;
  readonly value: Money;
  readonly status: OrderStatus;
  readonly expectedOn: string | null;
  readonly placedAt: string;
};

/** Whether it is neither delivered as a whole nor cancelled. */
export const isOpen = <O extends Pick<Order, 'status'>>(
  order: O,
): order is O & { status: 'open' | 'partly-delivered' } =>
  order.status === 'open' || order.status === 'partly-delivered';

/** One document for each order; only those that are open are found. */
export const openOrders = projection<OrderEvent, Order>()({
  name: 'open-orders',
  version: 3,
  key: ({ data }) => data.orderId,
  on: {
    OrderPlaced: (_, { data: { lines: __, ...order }, occurredAt: placedAt }) => ({ ...order, placedAt }),
    OrderDelivered: (order, { data: { complete } }) =>
      order && isOpen(order) ? { ...order, status: complete ? 'delivered' : 'partly-delivered' } : order,
    DeliveryCorrected: (order, { data: { status } }) => order && { ...order, status },
    OrderCancelled: (order) => order && { ...order, status: 'cancelled' },
  },
  fields: {
    customer: { of: ({ customerId }) => customerId },
    /** Of an open order. */
    openPlaced: { of: (order) => (isOpen(order) ? order.placedAt : null) },
    currency: { of: ({ value }) => value.currency },
    valueAmount: { amount: ({ value }) => value.amount },
  },
  indexes: [['customer', 'openPlaced']],
});
