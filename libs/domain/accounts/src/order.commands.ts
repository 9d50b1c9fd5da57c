import { command } from '@annals/command-bus';
import { correctionReason, delivery, givenOrderValue, order, orderId } from '@annals/contracts-accounts';
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
    value: givenOrderValue,
    lines: order.shape.lines.optional(),
    expectedOn: order.shape.expectedOn.optional(),
  },
  {
    post: 'orders',
    summary: { en: 'Record an order', zh: '记录订单' },
    description: {
      en: 'The order as the order system has it; its deliveries may be recorded before it.',
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
    summary: { en: 'Record the delivery of an order or of a part of it', zh: '记录交货' },
    description: {
      en: 'Includes the customer, because a delivery may be recorded before its order.',
      zh: '同时注明客户，因为交货信息可能先于订单到达。',
    },
    needs,
    about,
    creates: 'deliveryId',
  },
) {}

export class CorrectDelivery extends command(
  'CorrectDelivery',
  {
    orderId,
    customerId,
    deliveryId,
    complete,
    lines: delivery.shape.lines.optional(),
    carrier: carrier.optional(),
    trackingNumber: trackingNumber.optional(),
    recipient: recipient.optional(),
    reason: correctionReason,
  },
  {
    post: 'orders/:orderId/deliveries/:deliveryId/correct',
    summary: { en: 'Correct a delivery that was recorded wrongly', zh: '更正交货记录' },
    description: {
      en: 'Replaces all that was recorded of the delivery; the quantities are checked as for a new one.',
      zh: '整体替换已记录的交货内容；数量按新交货的规则核对。',
    },
    needs,
    about,
  },
) {}

export class CancelOrder extends command(
  'CancelOrder',
  { orderId, customerId },
  {
    post: 'orders/:orderId/cancel',
    summary: { en: 'Record the cancellation of an order', zh: '记录订单取消' },
    description: {
      en: 'A cancellation may be recorded before its order.',
      zh: '取消信息可能先于订单到达。',
    },
    needs,
    about,
  },
) {}
