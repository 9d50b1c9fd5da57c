import type { InvoiceAfter, InvoiceEvent } from '@annals/contracts-accounts';
import { add, insertNewest, minus, plus, subtract, type Money, type Sums } from '@annals/contracts-values';
import type { Projection } from '@annals/event-sourcing';
import { isOpen } from './invoices.js';

export type Payment = {
  readonly paymentId: string;
  /** `null` if it is on account. */
  readonly invoiceId: string | null;
  /** Below zero if it takes a payment back. */
  readonly amount: Money;
  readonly method: string | null;
  readonly receivedAt: string;
};

export type InvoiceTotals = {
  /** All invoices that were not cancelled, credit notes taken off. */
  readonly invoiced: Sums;
  readonly paid: Sums;
  /** What is left to pay of the invoices of which something is left. */
  readonly open: Sums;
  /** Payments on account, credit notes, and what was paid too much on an invoice. */
  readonly credit: Sums;
  /** The newest 20. */
  readonly payments: readonly Payment[];
};

const MOST = 20; // payments

export const NO_INVOICES: InvoiceTotals = { invoiced: {}, paid: {}, open: {}, credit: {}, payments: [] };

/** What was invoiced to a customer and paid, what is left to pay, and what is set off against it. */
export const invoiceTotals: Projection<InvoiceEvent, InvoiceTotals> = {
  name: 'invoice-totals',
  version: 5,
  key: ({ data }) => data.customerId,
  on: {
    InvoiceIssued: (totals, { data: { amount, open, cancelled } }) => {
      const before = totals ?? NO_INVOICES;
      const left = withStanding(before, { ...amount, amount: open });
      return { ...left, invoiced: cancelled ? before.invoiced : plus(before.invoiced, amount) };
    },
    InvoiceCancelled: (totals, { data: { invoice } }) => {
      const before = totals ?? NO_INVOICES;
      if (!invoice) return totals;
      const left = moved(before, invoice, invoice.amount.amount);
      return { ...left, invoiced: minus(before.invoiced, invoice.amount) };
    },
    PaymentReceived: (totals, { data, occurredAt }) => {
      const { paymentId, invoiceId, amount, method, invoice } = data;
      const before = totals ?? NO_INVOICES;
      const payment = { paymentId, invoiceId, amount, method, receivedAt: occurredAt };
      return {
        ...(invoice ? moved(before, invoice, amount.amount) : before),
        ...(invoiceId === null && { credit: plus(before.credit, amount) }),
        paid: plus(before.paid, amount),
        payments: insertNewest(before.payments, [payment], ({ receivedAt }) => receivedAt, MOST),
      };
    },
    PaymentCorrected: (totals, { data }) => {
      const { paymentId, invoiceId, amount, method, was, invoice } = data;
      const before = totals ?? NO_INVOICES;
      const left = invoice ? moved(before, invoice, subtract(amount.amount, was.amount)) : before;
      return {
        ...left,
        ...(invoiceId === null && { credit: plus(minus(before.credit, was), amount) }),
        paid: plus(minus(before.paid, was), amount),
        payments: before.payments.map((payment) =>
          payment.paymentId === paymentId && payment.invoiceId === invoiceId ? { ...payment, amount, method } : payment,
        ),
      };
    },
  },
};

/** The totals after an invoice that stands now as it does was reduced by an amount. */
const moved = (totals: InvoiceTotals, { amount, open }: NonNullable<InvoiceAfter>, by: string): InvoiceTotals => {
  const { currency } = amount;
  const was = add(open, by);
  const others = isOpen(was)
    ? { ...totals, open: minus(totals.open, { amount: was, currency }) }
    : { ...totals, credit: minus(totals.credit, { amount: negated(was), currency }) };
  return withStanding(others, { amount: open, currency });
};

const withStanding = (totals: InvoiceTotals, left: Money): InvoiceTotals =>
  isOpen(left.amount)
    ? { ...totals, open: plus(totals.open, left) }
    : { ...totals, credit: plus(totals.credit, { ...left, amount: negated(left.amount) }) };

const negated = (amount: string) => subtract('0', amount);
