import { Contract, type EventOf } from '@annals/event-sourcing';
import { day, decimal, id, label, money, note, personal } from '@annals/contracts-values';
import { z } from 'zod';
import { quantity } from './quantity.js';

// Names and fields below are on disk: add a version, never edit one.

export const ORDER_STATUSES = ['open', 'partly-delivered', 'delivered', 'cancelled'] as const;
export type OrderStatus = (typeof ORDER_STATUSES)[number];

/** `net` is in the currency of the order. */
export const orderLine = z.object({
  product: label,
  productId: id.optional(),
  quantity,
  unit: label.optional(),
  net: decimal.optional(),
});
export type OrderLine = z.infer<typeof orderLine>;

const about = { orderId: id, customerId: id };

/** `number` is how people call it; `value` is what the seller's books say, and need not be the sum of the lines. */
export const order = z.object({
  number: label.nullable(),
  value: money,
  lines: z.array(orderLine).max(1_000),
  expectedOn: day.nullable(),
});

/** `status` is that after all that is known: word of a delivery may come first. */
export const OrderPlaced = Contract.of('OrderPlaced').v1(
  z.object({ ...about, ...order.shape, status: z.enum(ORDER_STATUSES) }),
);

export const deliveredLine = orderLine.omit({ net: true });
export type DeliveredLine = z.infer<typeof deliveredLine>;

/** `complete` ends the order; without it more is to come. */
export const delivery = z.object({
  deliveryId: id,
  complete: z.boolean(),
  lines: z.array(deliveredLine).max(1_000),
  carrier: label.nullable(),
  trackingNumber: label.nullable(),
  recipient: personal.nullable(),
});

export const OrderDelivered = Contract.of('OrderDelivered').v1(z.object({ ...about, ...delivery.shape }));

/** `value` is that of the order; `null` if nobody has told of the order yet. */
export const OrderCancelled = Contract.of('OrderCancelled').v1(
  z.object({ ...about, reason: note.nullable(), value: money.nullable() }),
);

export const orderContracts = [OrderPlaced, OrderDelivered, OrderCancelled] as const;
export type OrderEvent = EventOf<(typeof orderContracts)[number]>;
