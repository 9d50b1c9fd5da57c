import { Contract, type EventOf } from '@annals/event-sourcing';
import {
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
import { orderId } from './orders.js';

// Names and fields below are on disk: add a version, never edit one.

export const invoiceId = field(id, { en: 'Invoice', zh: '发票' }, { example: 'i-2026-001' });
const amountWords = [{ en: 'Amount', zh: '金额' }, { example: { amount: '440.00', currency: 'CNY' } }] as const;
const amount = field(money, ...amountWords);

/** The amount of an invoice or a payment as callers send it. */
export const givenAmount = field(givenMoney, ...amountWords);
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

/** The unpaid amount in the currency of the invoice; below zero it is owed to the customer. */
const open = field(decimal, { en: 'Open amount', zh: '未付金额' }, { example: '440.00' });

/** `open` and `cancelled` include payments and cancellations that were recorded before the invoice. */
export const InvoiceIssued = Contract.of('InvoiceIssued', { en: 'Invoice issued', zh: '发票已开具' }).v1(
  z.object({
    ...about,
    ...invoice.shape,
    open,
    cancelled: field(z.boolean(), { en: 'Cancelled', zh: '已作废' }, { example: false }),
  }),
);

/** The invoice after the event; `null` if the invoice is not recorded yet. */
const invoiceAfter = field(invoice.extend({ open }).nullable(), { en: 'Invoice afterwards', zh: '事后发票状态' });
export type InvoiceAfter = z.infer<typeof invoiceAfter>;

export const InvoiceCancelled = Contract.of('InvoiceCancelled', { en: 'Invoice cancelled', zh: '发票已作废' }).v1(
  z.object({ ...about, reason, invoice: invoiceAfter }),
);

/** An `amount` below zero reverses a payment, such as a refund or a returned debit. */
export const payment = z.object({
  paymentId: field(id, { en: 'Payment', zh: '付款' }, { example: 'p-2026-001' }),
  amount,
  method: field(label.nullable(), { en: 'Payment method', zh: '付款方式' }, { example: 'bank transfer' }),
  payer: field(personal.nullable(), { en: 'Paid by', zh: '付款人' }, { example: '王芳' }),
});

/** Without an `invoiceId` it is a payment on account. */
export const PaymentReceived = Contract.of('PaymentReceived', { en: 'Payment received', zh: '付款已收到' }).v1(
  z.object({ customerId, invoiceId: invoiceId.nullable(), ...payment.shape, invoice: invoiceAfter }),
);

/** The payment as it is now, in place of all that was recorded of it; `was` is its amount before. */
export const PaymentCorrected = Contract.of('PaymentCorrected', { en: 'Payment corrected', zh: '付款已更正' }).v1(
  z.object({
    ...{ customerId, invoiceId: invoiceId.nullable(), ...payment.shape },
    was: field(money, { en: 'Amount before', zh: '更正前金额' }, { example: { amount: '404.00', currency: 'CNY' } }),
    reason: correctionReason,
    invoice: invoiceAfter,
  }),
);

export const invoiceContracts = [InvoiceIssued, InvoiceCancelled, PaymentReceived, PaymentCorrected] as const;
export type InvoiceEvent = EventOf<(typeof invoiceContracts)[number]>;
