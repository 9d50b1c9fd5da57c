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
    description: {
      en: 'What the books of the order system say; deliveries may be known already.',
      zh: '以订单系统的账目为准；交货信息可能先到。',
    },
    needs,
    about,
    creates: 'orderId',
  },
) {}

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
    description: {
      en: 'Names the customer, too, because a delivery may be known before its order.',
      zh: '同时注明客户，因为交货信息可能先于订单到达。',
    },
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
    description: {
      en: 'An order may be known as cancelled before it is known as placed.',
      zh: '取消信息可能先于订单到达。',
    },
    needs,
    about,
  },
) {}
