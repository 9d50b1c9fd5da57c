import type { OrderEvent } from '@annals/contracts-accounts';
import { insertNewest, minus, plus, type Sums } from '@annals/contracts-values';
import type { Projection } from '@annals/event-sourcing';

export type Delivery = {
  readonly deliveryId: string;
  readonly orderId: string;
  /** Whether it ended the order. */
  readonly complete: boolean;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly deliveredAt: string;
};

export type OrderTotals = {
  /** All orders that were not cancelled. */
  readonly ordered: Sums;
  /** The newest 20. */
  readonly deliveries: readonly Delivery[];
};

const MOST = 20; // deliveries

export const NO_ORDERS: OrderTotals = { ordered: {}, deliveries: [] };

/** What a customer ordered, and what was delivered last. */
export const orderTotals: Projection<OrderEvent, OrderTotals> = {
  name: 'order-totals',
  version: 3,
  key: ({ data }) => data.customerId,
  on: {
    OrderPlaced: (totals, { data: { value, status } }) => {
      if (status === 'cancelled') return totals;
      const before = totals ?? NO_ORDERS;
      return { ...before, ordered: plus(before.ordered, value) };
    },
    OrderDelivered: (totals, { data, occurredAt }) => {
      const { deliveryId, orderId, complete, carrier, trackingNumber } = data;
      const before = totals ?? NO_ORDERS;
      const delivery = { deliveryId, orderId, complete, carrier, trackingNumber, deliveredAt: occurredAt };
      return {
        ...before,
        deliveries: insertNewest(before.deliveries, [delivery], ({ deliveredAt }) => deliveredAt, MOST),
      };
    },
    DeliveryCorrected: (totals, { data: { orderId, deliveryId, complete, carrier, trackingNumber } }) =>
      totals && {
        ...totals,
        deliveries: totals.deliveries.map((delivery) =>
          delivery.orderId === orderId && delivery.deliveryId === deliveryId
            ? { ...delivery, complete, carrier, trackingNumber }
            : delivery,
        ),
      },
    OrderCancelled: (totals, { data: { value } }) => {
      const before = totals ?? NO_ORDERS;
      return value ? { ...before, ordered: minus(before.ordered, value) } : totals;
    },
  },
};
