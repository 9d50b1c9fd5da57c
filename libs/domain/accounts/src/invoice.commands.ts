import { command } from '@annals/command-bus';
import { correctionReason, givenAmount, invoice, invoiceId, payment } from '@annals/contracts-accounts';
import { customerId } from '@annals/contracts-values';

const needs = 'accounts.write';
const about = 'customerId';

const { number, orderId, issuedOn, dueOn } = invoice.shape;
const { paymentId, method, payer } = payment.shape;

export class IssueInvoice extends command(
  'IssueInvoice',
  {
    invoiceId,
    customerId,
    number: number.optional(),
    orderId: orderId.optional(),
    amount: givenAmount,
    issuedOn,
    dueOn,
  },
  {
    post: 'invoices',
    summary: { en: 'Record an invoice or a credit note', zh: '记录开具的发票或红字发票' },
    description: {
      en: 'A credit note is an invoice with an `amount` below zero.',
      zh: '红字发票是 `amount` 为负数的发票。',
    },
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
    summary: { en: 'Record the cancellation of an invoice', zh: '记录发票作废' },
    description: { en: 'Payments of the invoice stay recorded.', zh: '该发票的付款记录保留。' },
    needs,
    about,
  },
) {}

export class ReceivePayment extends command(
  'ReceivePayment',
  {
    paymentId,
    customerId,
    invoiceId: invoiceId.nullish(),
    amount: givenAmount,
    method: method.optional(),
    payer: payer.optional(),
  },
  {
    post: 'payments',
    summary: { en: 'Record a payment, of an invoice or on account', zh: '记录付款' },
    description: {
      en: 'Without an `invoiceId` it is a payment on account; an `amount` below zero reverses a payment.',
      zh: '不带 `invoiceId` 时为预付款；`amount` 为负数表示退款。',
    },
    needs,
    about,
    creates: 'paymentId',
  },
) {}

export class CorrectPayment extends command(
  'CorrectPayment',
  {
    paymentId,
    customerId,
    invoiceId: invoiceId.nullish(),
    amount: givenAmount,
    method: method.optional(),
    payer: payer.optional(),
    reason: correctionReason,
  },
  {
    post: 'payments/:paymentId/correct',
    summary: { en: 'Correct a payment that was recorded wrongly', zh: '更正付款记录' },
    description: {
      en: 'Replaces all that was recorded of the payment; `invoiceId` is that under which it was recorded, and an `amount` of 0 says that there was none.',
      zh: '整体替换已记录的付款内容；`invoiceId` 为原记录的发票，`amount` 为 0 表示该付款并不存在。',
    },
    needs,
    about,
  },
) {}
