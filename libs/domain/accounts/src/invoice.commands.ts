import { command } from '@annals/command-bus';
import { invoice, invoiceId, payment } from '@annals/contracts-accounts';
import { customerId } from '@annals/contracts-values';

const needs = 'accounts.write';
const about = 'customerId';

const { number, orderId, amount, issuedOn, dueOn } = invoice.shape;
const { paymentId, method, payer } = payment.shape;

/** A credit note is an invoice with an `amount` below zero. */
export class IssueInvoice extends command(
  'IssueInvoice',
  {
    invoiceId,
    customerId,
    number: number.optional(),
    orderId: orderId.optional(),
    amount: amount,
    issuedOn,
    dueOn,
  },
  {
    post: 'invoices',
    summary: { en: 'Record an invoice or a credit note that was issued', zh: '记录开具的发票或红字发票' },
    needs,
    about,
    creates: 'invoiceId',
  },
) {}

export class CancelInvoice extends command(
  'CancelInvoice',
  { invoiceId, customerId },
  {
    post: 'invoices/:invoiceId/cancel',
    summary: { en: 'Record that an invoice was cancelled', zh: '记录发票作废' },
    needs,
    about,
  },
) {}

/** Without an `invoiceId` it is a payment on account; an `amount` below zero takes a payment back. */
export class ReceivePayment extends command(
  'ReceivePayment',
  {
    paymentId,
    customerId,
    invoiceId: invoiceId.nullish(),
    amount: payment.shape.amount,
    method: method.optional(),
    payer: payer.optional(),
  },
  {
    post: 'payments',
    summary: { en: 'Record a payment, of an invoice or on account', zh: '记录付款' },
    needs,
    about,
    creates: 'paymentId',
  },
) {}
