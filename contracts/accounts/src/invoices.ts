import { Contract, type EventOf } from '@annals/event-sourcing';
import { customerId, day, decimal, field, id, label, money, note, personal } from '@annals/contracts-values';
import { z } from 'zod';
import { orderId } from './orders.js';

// Names and fields below are on disk: add a version, never edit one.

export const invoiceId = field(id, { en: 'Invoice', zh: '发票' }, { example: 'i-2026-001' });
const amount = field(money, { en: 'Amount', zh: '金额' }, { example: { amount: '440.00', currency: 'CNY' } });
const reason = field(note.nullable(), { en: 'Reason', zh: '原因' }, { example: 'Wrong address.' });
const about = { invoiceId, customerId };

/** A credit note has an `amount` below zero. */
export const invoice = z.strictObject({
  number: field(label.nullable(), { en: 'Invoice number', zh: '发票号' }, { example: '2026-001' }),
  orderId: orderId.nullable(),
  amount,
  issuedOn: field(day, { en: 'Issued on', zh: '开票日期' }, { example: '2026-01-05' }),
  dueOn: field(day, { en: 'Due on', zh: '到期日期' }, { example: '2026-02-04' }),
});
export type Invoice = z.infer<typeof invoice>;

/** What is left to pay, in the currency of the invoice; below zero it is the customer's. */
const open = field(decimal, { en: 'Open amount', zh: '未付金额' }, { example: '440.00' });

/** `open` and `cancelled` are what they are after all that is known: payments and cancellations may come first. */
export const InvoiceIssued = Contract.of('InvoiceIssued', { en: 'Invoice issued', zh: '发票已开具' }).v1(
  z.object({
    ...about,
    ...invoice.shape,
    open,
    cancelled: field(z.boolean(), { en: 'Cancelled', zh: '已作废' }, { example: false }),
  }),
);

/** The invoice as it stands after the event; `null` if nobody has told of the invoice yet. */
const standing = field(invoice.extend({ open }).nullable(), { en: 'Invoice afterwards', zh: '事后发票状态' });
export type Standing = z.infer<typeof standing>;

export const InvoiceCancelled = Contract.of('InvoiceCancelled', { en: 'Invoice cancelled', zh: '发票已作废' }).v1(
  z.object({ ...about, reason, invoice: standing }),
);

/** An `amount` below zero takes a payment back, as a refund or a returned debit does. */
export const payment = z.object({
  paymentId: field(id, { en: 'Payment', zh: '付款' }, { example: 'p-2026-001' }),
  amount,
  method: field(label.nullable(), { en: 'Payment method', zh: '付款方式' }, { example: 'bank transfer' }),
  payer: field(personal.nullable(), { en: 'Paid by', zh: '付款人' }, { example: '王芳' }),
});

/** Without an `invoiceId` it is a payment on account. */
export const PaymentReceived = Contract.of('PaymentReceived', { en: 'Payment received', zh: '付款已收到' }).v1(
  z.object({ customerId, invoiceId: invoiceId.nullable(), ...payment.shape, invoice: standing }),
);

export const invoiceContracts = [InvoiceIssued, InvoiceCancelled, PaymentReceived] as const;
export type InvoiceEvent = EventOf<(typeof invoiceContracts)[number]>;
