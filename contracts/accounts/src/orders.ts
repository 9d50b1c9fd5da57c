import { Contract, type EventOf } from '@annals/event-sourcing';
import {
  choice,
  customerId,
  day,
  decimal,
  field,
  givenMoney,
  id,
  label,
  money,
  note,
  personal,
} from '@annals/contracts-values';
import { z } from 'zod';
import { correctionReason } from './correction.js';
import { quantity } from './quantity.js';

// Names and fields below are on disk: add a version, never edit one.

export const orderStatus = choice({
  open: { en: 'Open', zh: '未交货' },
  'partly-delivered': { en: 'Partly delivered', zh: '部分交货' },
  delivered: { en: 'Delivered', zh: '已交货' },
  cancelled: { en: 'Cancelled', zh: '已取消' },
});
export const ORDER_STATUSES = orderStatus.options;
export type OrderStatus = z.infer<typeof orderStatus>;

const product = field(label, { en: 'Product', zh: '产品' }, { example: 'Chai' });
const valueWords = [{ en: 'Value', zh: '金额' }, { example: { amount: '440.00', currency: 'CNY' } }] as const;
const value = field(money, ...valueWords);

/** The value of an order as callers send it. */
export const givenOrderValue = field(givenMoney, ...valueWords);

/** `net` is in the currency of the order. */
export const orderLine = z.strictObject({
  product,
  productId: field(id, { en: 'Product number', zh: '产品编号' }, { example: 'p-11' }).optional(),
  quantity,
  unit: field(label, { en: 'Unit', zh: '单位' }, { example: 'box' }).optional(),
  net: field(decimal, { en: 'Net value', zh: '净额' }, { example: '440.00' }).optional(),
});
export type OrderLine = z.infer<typeof orderLine>;

export const orderId = field(id, { en: 'Order', zh: '订单' }, { example: 'o-10248' });
const about = { orderId, customerId };

/** `value` is the total according to the order system; it may differ from the sum of the lines. */
export const order = z.object({
  number: field(label.nullable(), { en: 'Order number', zh: '订单号' }, { example: '10248' }),
  value,
  lines: field(
    z.array(orderLine).max(1_000),
    { en: 'Lines', zh: '明细' },
    { example: [{ product: 'Chai', quantity: '12' }] },
  ),
  expectedOn: field(day.nullable(), { en: 'Expected on', zh: '预计交货日期' }, { example: '2026-02-15' }),
});

/** `status` includes deliveries that were recorded before the order. */
export const OrderPlaced = Contract.of('OrderPlaced', { en: 'Order placed', zh: '订单已下达' }).v1(
  z.object({ ...about, ...order.shape, status: field(orderStatus, { en: 'Status', zh: '状态' }, { example: 'open' }) }),
);

export const deliveredLine = orderLine.omit({ net: true });
export type DeliveredLine = z.infer<typeof deliveredLine>;

/** `complete` means that no further deliveries of the order follow. */
export const delivery = z.object({
  deliveryId: field(id, { en: 'Delivery', zh: '交货单' }, { example: 'd-10248-1' }),
  complete: field(z.boolean(), { en: 'Completes the order', zh: '订单交货完成' }, { example: true }),
  lines: field(
    z.array(deliveredLine).max(1_000),
    { en: 'Delivered lines', zh: '交货明细' },
    { example: [{ product: 'Chai', quantity: '12' }] },
  ),
  carrier: field(label.nullable(), { en: 'Carrier', zh: '承运商' }, { example: 'Speedy Express' }),
  trackingNumber: field(label.nullable(), { en: 'Tracking number', zh: '运单号' }, { example: 'SE-4711' }),
  recipient: field(personal.nullable(), { en: 'Received by', zh: '收货人' }, { example: '王伟' }),
});

export const OrderDelivered = Contract.of('OrderDelivered', { en: 'Order delivered', zh: '订单已交货' }).v1(
  z.object({ ...about, ...delivery.shape }),
);

/** The delivery as it is now, in place of all that was recorded of it; `status` is that of the order afterwards. */
export const DeliveryCorrected = Contract.of('DeliveryCorrected', { en: 'Delivery corrected', zh: '交货已更正' }).v1(
  z.object({
    ...{ ...about, ...delivery.shape, reason: correctionReason },
    status: field(orderStatus, { en: 'Status of the order', zh: '订单状态' }, { example: 'partly-delivered' }),
  }),
);

/** `value` is that of the order; `null` if the order is not recorded yet. */
export const OrderCancelled = Contract.of('OrderCancelled', { en: 'Order cancelled', zh: '订单已取消' }).v1(
  z.object({
    ...about,
    reason: field(note.nullable(), { en: 'Reason', zh: '原因' }, { example: 'Ordered twice.' }),
    value: field(money.nullable(), { en: 'Value', zh: '金额' }, { example: { amount: '440.00', currency: 'CNY' } }),
  }),
);

export const orderContracts = [OrderPlaced, OrderDelivered, DeliveryCorrected, OrderCancelled] as const;
export type OrderEvent = EventOf<(typeof orderContracts)[number]>;
