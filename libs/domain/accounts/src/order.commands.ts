import { command } from '@annals/command-bus';
import { delivery, order, orderId } from '@annals/contracts-accounts';
import { customerId } from '@annals/contracts-values';

const needs = 'accounts.write';
const about = 'customerId';

const { deliveryId, complete, carrier, trackingNumber, recipient } = delivery.shape;

export class PlaceOrder extends command(
  'PlaceOrder',
  {
    orderId,
    customerId,
    number: order.shape.number.optional(),
    value: order.shape.value,
    lines: order.shape.lines.optional(),
    expectedOn: order.shape.expectedOn.optional(),
  },
  {
    post: 'orders',
    summary: { en: 'Record an order that was placed', zh: '记录订单' },
    needs,
    about,
    creates: 'orderId',
  },
) {}

/** Names the customer, too, because word of a delivery may come before word of its order. */
export class NoteDelivery extends command(
  'NoteDelivery',
  {
    orderId,
    customerId,
    deliveryId,
    complete,
    lines: delivery.shape.lines.optional(),
    carrier: carrier.optional(),
    trackingNumber: trackingNumber.optional(),
    recipient: recipient.optional(),
  },
  {
    post: 'orders/:orderId/deliveries',
    summary: { en: 'Record that an order, or a part of it, was delivered', zh: '记录交货' },
    needs,
    about,
    creates: 'deliveryId',
  },
) {}

export class CancelOrder extends command(
  'CancelOrder',
  { orderId, customerId },
  {
    post: 'orders/:orderId/cancel',
    summary: { en: 'Record that an order was cancelled', zh: '记录订单取消' },
    needs,
    about,
  },
) {}
