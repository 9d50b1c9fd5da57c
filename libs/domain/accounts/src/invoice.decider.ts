import {
  InvoiceCancelled,
  InvoiceIssued,
  PaymentCorrected,
  PaymentReceived,
  type Invoice as Terms,
  type InvoiceEvent,
  type InvoiceAfter,
} from '@annals/contracts-accounts';
import { addsNothing, amountProblems, sameContent, subtract, sum } from '@annals/contracts-values';
import { ImmutableMap, type CommandOf, type Decider, type Of } from '@annals/event-sourcing';
import { accountProblems } from './accounts.problems.js';
import { canonical, inRange } from './canonical-money.js';
import { correctedSo } from './corrected-so.js';
import { customerIsKnown, ofItsCustomer, type NamedCustomer } from './customer-is-known.js';
import type * as commands from './invoice.commands.js';

const { reject } = accountProblems;

type Payment = Of<InvoiceEvent, 'PaymentReceived'>['data'];
type Command = CommandOf<typeof commands>;
type CorrectPayment = Of<Command, 'CorrectPayment'>;

/** All that is known of an invoice, in any order. A payment on account has no terms. */
type Invoice = {
  readonly customerId: string | null;
  readonly currency: string | null;
  readonly terms: Terms | null;
  readonly payments: ImmutableMap<Payment>;
  readonly cancelled: { readonly reason: string | null } | null;
  /** By payment, why it was corrected last. */
  readonly corrections: ImmutableMap<string>;
};

/** Facts of another system are accepted late and in any order, and refused only if they contradict recorded ones. */
export const invoice: Decider<Command, Invoice, InvoiceEvent, NamedCustomer> = {
  stream: (command) => {
    if (!('paymentId' in command)) return `invoice-${command.invoiceId}`;
    return typeof command.invoiceId === 'string' ? `invoice-${command.invoiceId}` : `payment-${command.paymentId}`;
  },
  subject: ({ customerId }) => customerId,
  initial: {
    customerId: null,
    currency: null,
    terms: null,
    payments: ImmutableMap.empty(),
    cancelled: null,
    corrections: ImmutableMap.empty(),
  },
  context: customerIsKnown,

  decide: {
    IssueInvoice: (sent, invoice, _, customer) => {
      const command = ofItsCustomer(sent, invoice.customerId, customer);
      const { invoiceId, customerId, number = null, orderId = null, issuedOn, dueOn } = command;
      const terms: Terms = { number, orderId, amount: canonical(command.amount), issuedOn, dueOn };
      if (invoice.terms) return sameContent(terms, invoice.terms) ? [] : reject('InvoiceAlreadyIssued', { invoiceId });
      if (dueOn < issuedOn) reject('DueBeforeIssued', { issuedOn, dueOn });
      expectCurrency(terms.amount.currency, invoice);
      const { open } = standing({ ...invoice, terms });
      return [InvoiceIssued.event({ invoiceId, customerId, ...terms, open, cancelled: invoice.cancelled !== null })];
    },

    CancelInvoice: (sent, invoice, _, customer) => {
      const command = ofItsCustomer(sent, invoice.customerId, customer);
      const { invoiceId, customerId, reason: why } = command;
      const { cancelled } = invoice;
      if (cancelled)
        return addsNothing({ reason: why }, cancelled) ? [] : reject('InvoiceAlreadyCancelled', { invoiceId });
      const reason = why ?? null;
      const now = invoiceAfter({ ...invoice, cancelled: { reason } });
      return [InvoiceCancelled.event({ invoiceId, customerId, reason, invoice: now })];
    },

    ReceivePayment: (sent, invoice, _, customer) => {
      const command = ofItsCustomer(sent, invoice.customerId, customer);
      const payment = paymentIn(command);
      const { paymentId } = payment;
      const known = invoice.payments.get(paymentId);
      if (known) return isSame(payment, known) ? [] : reject('PaymentAlreadyReceived', { paymentId });
      expectCurrency(payment.amount.currency, invoice);
      const payments = invoice.payments.with(paymentId, { ...payment, invoice: null });
      return [PaymentReceived.event({ ...payment, invoice: invoiceAfter({ ...invoice, payments }) })];
    },

    CorrectPayment: (sent, invoice, _, customer) => {
      const command = ofItsCustomer(sent, invoice.customerId, customer);
      const known =
        invoice.payments.get(command.paymentId) ?? reject('PaymentUnknown', { paymentId: command.paymentId });
      return corrected(command, invoice, known);
    },
  },

  evolve: {
    PaymentCorrected: (invoice, { was: _, reason, ...payment }) => ({
      ...invoice,
      corrections: invoice.corrections.with(payment.paymentId, reason),
      currency: payment.amount.currency,
      payments: invoice.payments.with(payment.paymentId, payment),
    }),
    InvoiceIssued: (invoice, { customerId, number, orderId, amount, issuedOn, dueOn }) => {
      const terms = { number, orderId, amount, issuedOn, dueOn };
      return { ...invoice, customerId, currency: amount.currency, terms };
    },
    InvoiceCancelled: (invoice, { customerId, reason }) => ({ ...invoice, customerId, cancelled: { reason } }),
    PaymentReceived: ({ payments, ...invoice }, payment) => {
      const { customerId, paymentId, amount } = payment;
      return { ...invoice, customerId, currency: amount.currency, payments: payments.with(paymentId, payment) };
    },
  },
};

const expectCurrency = (currency: string, { currency: known }: Invoice) => {
  if (known !== null && known !== currency) amountProblems.reject('CurrencyDiffers', { currency, known });
};

const standing = ({ terms, payments, cancelled }: Invoice & { readonly terms: Terms }) => {
  const paid = sum(payments.values().map(({ amount }) => amount.amount));
  return { ...terms, open: inRange(subtract(cancelled ? '0' : terms.amount.amount, paid)) };
};

const invoiceAfter = ({ terms, ...invoice }: Invoice): InvoiceAfter => terms && standing({ ...invoice, terms });

type Sent = Of<Command, 'ReceivePayment'> | CorrectPayment;
type Content = Omit<Payment, 'invoice'>;

const paymentIn = ({
  customerId,
  invoiceId = null,
  paymentId,
  amount,
  method = null,
  payer = null,
}: Sent): Content => ({
  ...{ customerId, invoiceId, paymentId, amount: canonical(amount), method, payer },
});

const isSame = (payment: Content, known: Payment) => sameContent({ ...payment, invoice: known.invoice }, known);

const corrected = (command: CorrectPayment, invoice: Invoice, known: Payment) => {
  const { paymentId, reason } = command;
  const payment = paymentIn(command);
  if (isSame(payment, known)) return correctedSo(reason, invoice.corrections.get(paymentId));
  if (invoice.terms || invoice.payments.values().length > 1) expectCurrency(payment.amount.currency, invoice);
  const payments = invoice.payments.with(paymentId, { ...payment, invoice: null });
  const now = invoiceAfter({ ...invoice, payments });
  return [PaymentCorrected.event({ ...payment, was: known.amount, reason, invoice: now })];
};
