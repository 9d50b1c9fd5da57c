import { command, Fits } from '@annals/command-bus';
import { invoice, payment } from '@annals/contracts-accounts';
import { id, type Money } from '@annals/contracts-values';

const { number, orderId, amount, issuedOn, dueOn } = invoice.shape;
const { paymentId, method, payer } = payment.shape;

/** A credit note is an invoice with an `amount` below zero. */
export class IssueInvoice extends command('IssueInvoice') {
  @Fits(id) readonly invoiceId!: string;
  @Fits(id) readonly customerId!: string;
  @Fits(number.optional()) readonly number?: string | null;
  @Fits(orderId.optional()) readonly orderId?: string | null;
  @Fits(amount.strict()) readonly amount!: Money;
  @Fits(issuedOn) readonly issuedOn!: string;
  @Fits(dueOn) readonly dueOn!: string;
}

export class CancelInvoice extends command('CancelInvoice') {
  @Fits(id) readonly invoiceId!: string;
  @Fits(id) readonly customerId!: string;
}

/** Without an `invoiceId` it is a payment on account; an `amount` below zero takes a payment back. */
export class ReceivePayment extends command('ReceivePayment') {
  @Fits(paymentId) readonly paymentId!: string;
  @Fits(id) readonly customerId!: string;
  @Fits(id.nullish()) readonly invoiceId?: string | null;
  @Fits(payment.shape.amount.strict()) readonly amount!: Money;
  @Fits(method.optional()) readonly method?: string | null;
  @Fits(payer.optional()) readonly payer?: string | null;
}
