import { delivery, orderId, type OrderEvent } from '@annals/contracts-accounts';
import { customerId, field, instant } from '@annals/contracts-values';
import { flag, instant as at, text, view, whenKnown, type Immutable, type Of } from '@annals/event-sourcing';
import { z } from 'zod';

/** A delivery as the API answers it. */
const answer = z.strictObject({
  ...delivery.omit({ lines: true }).shape,
  ...{ orderId, customerId },
  deliveredAt: field(instant, { en: 'Delivered', zh: '交货时间' }),
});

/** The stored document. */
export type NotedDelivery = Immutable<z.output<typeof answer>>;

/** One document for each delivery. */
export const deliveries = view<Of<OrderEvent, 'OrderDelivered' | 'DeliveryCorrected'>, NotedDelivery>()({
  name: 'deliveries',
  version: 1,
  key: ({ data: { orderId, deliveryId } }) => `${orderId} ${deliveryId}`,
  on: {
    OrderDelivered: (_, { data: { lines: __, ...noted }, occurredAt: deliveredAt }) => ({ ...noted, deliveredAt }),
    DeliveryCorrected: whenKnown(({ deliveredAt }, { data: { lines: _, reason: __, status: ___, ...noted } }) => ({
      ...{ ...noted, deliveredAt },
    })),
  },
  fields: {
    customer: text((noted) => noted.customerId),
    order: text((noted) => noted.orderId),
    carrier: text(({ carrier }) => carrier),
    complete: flag(({ complete }) => complete),
    deliveredAt: at(({ deliveredAt }) => deliveredAt),
  },
  indexes: [['deliveredAt'], ['customer', 'deliveredAt'], ['order', 'deliveredAt']],
  personal: ['recipient'],
  answer: { schema: answer, of: (noted) => noted },
  list: {
    path: 'deliveries',
    summary: { en: 'List deliveries by customer, order, carrier and time', zh: '按客户、订单、承运商和时间列出交货' },
    record: { name: 'Delivery', en: 'delivery', zh: '交货', schema: 'NamedDelivery', one: null },
    needs: 'orders.read',
    filters: ['customer', 'order', 'carrier', 'complete'],
    ranges: ['deliveredAt'],
    names: { customerName: 'customer' },
    sorts: ['-deliveredAt'],
  },
});
