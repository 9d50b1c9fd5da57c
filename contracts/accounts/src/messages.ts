import { id, instantWithOffset, label, money, note } from '@annals/contracts-values';
import { z } from 'zod';
import { invoice, payment } from './invoices.js';
import { usage } from './meters.js';
import { deliveredLine, delivery, order, orderLine } from './orders.js';

/** The id of the customer, or its code: the customer number of the other system. */
const customer = z.union([z.strictObject({ id }), z.strictObject({ code: label })]);

/** `occurredAt` is when it happened, not when it was sent. Unknown fields are ignored. */
const message = <Type extends string, Shape extends z.ZodRawShape>(type: Type, shape: Shape) =>
  z.object({ type: z.literal(type), occurredAt: instantWithOffset, customer, ...shape });

const why = note.nullish();

/** Unknown fields of a line are ignored. */
const lines = (line: z.ZodObject) => z.array(line.strip()).max(1_000);

const { expectedOn } = order.shape;
const value = money.strip();
const orderPlaced = message('OrderPlaced', {
  orderId: id,
  number: order.shape.number.optional(),
  value,
  lines: lines(orderLine).optional(),
  expectedOn: expectedOn.optional(),
});

const { deliveryId, complete, carrier, trackingNumber, recipient } = delivery.shape;
const orderDelivered = message('OrderDelivered', {
  orderId: id,
  deliveryId,
  complete,
  lines: lines(deliveredLine).optional(),
  carrier: carrier.optional(),
  trackingNumber: trackingNumber.optional(),
  recipient: recipient.optional(),
});

const orderCancelled = message('OrderCancelled', { orderId: id, reason: why });

const { number, orderId, issuedOn, dueOn } = invoice.shape;
const invoiceIssued = message('InvoiceIssued', {
  invoiceId: id,
  number: number.optional(),
  orderId: orderId.optional(),
  amount: value,
  issuedOn,
  dueOn,
});

const invoiceCancelled = message('InvoiceCancelled', { invoiceId: id, reason: why });

const { paymentId, method, payer } = payment.shape;
const paymentReceived = message('PaymentReceived', {
  paymentId,
  invoiceId: id.nullish(),
  amount: value,
  method: method.optional(),
  payer: payer.optional(),
});

const usageMetered = message('UsageMetered', {
  ...usage.shape,
  from: instantWithOffset,
  to: instantWithOffset,
  register: usage.shape.register.optional(),
});

/** The JSON messages that are accepted from each topic; `name` is the `type` of the message. */
export const inboundMessages = [
  { topic: 'erp.orders.v1', name: 'OrderPlaced', version: 2, schema: orderPlaced },
  { topic: 'erp.orders.v1', name: 'OrderDelivered', version: 2, schema: orderDelivered },
  { topic: 'erp.orders.v1', name: 'OrderCancelled', version: 2, schema: orderCancelled },
  { topic: 'billing.invoices.v1', name: 'InvoiceIssued', version: 2, schema: invoiceIssued },
  { topic: 'billing.invoices.v1', name: 'InvoiceCancelled', version: 2, schema: invoiceCancelled },
  { topic: 'billing.payments.v1', name: 'PaymentReceived', version: 2, schema: paymentReceived },
  { topic: 'metering.readings.v1', name: 'UsageMetered', version: 2, schema: usageMetered },
] as const;
