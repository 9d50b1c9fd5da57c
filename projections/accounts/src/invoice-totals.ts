import type { InvoiceAfter, InvoiceEvent } from '@annals/contracts-accounts';
import { add, minus, plus, type Money, type Sums } from '@annals/contracts-values';
import type { Projection } from '@annals/event-sourcing';
import { isOpen } from './invoices.js';
import { insertNewest } from './newest.js';

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
  /** What is left to pay. */
  readonly open: Sums;
  /** The newest 20. */
  readonly payments: readonly Payment[];
};

const MOST = 20; // payments

export const NO_INVOICES: InvoiceTotals = { invoiced: {}, paid: {}, open: {}, payments: [] };

/** What was invoiced to a customer and paid, and what is left to pay. */
export const invoiceTotals: Projection<InvoiceEvent, InvoiceTotals> = {
  name: 'invoice-totals',
  version: 2,
  key: ({ data }) => data.customerId,
  on: {
    InvoiceIssued: (totals, { data: { amount, open, cancelled } }) => {
      const before = totals ?? NO_INVOICES;
      const left = withOpen(before.open, { ...amount, amount: open });
      return { ...before, open: left, invoiced: cancelled ? before.invoiced : plus(before.invoiced, amount) };
    },
    InvoiceCancelled: (totals, { data: { invoice } }) => {
      const before = totals ?? NO_INVOICES;
      if (!invoice) return totals;
      const open = moved(before.open, invoice, invoice.amount.amount);
      return { ...before, open, invoiced: minus(before.invoiced, invoice.amount) };
    },
    PaymentReceived: (totals, { data, occurredAt }) => {
      const { paymentId, invoiceId, amount, method, invoice } = data;
      const before = totals ?? NO_INVOICES;
      const payment = { paymentId, invoiceId, amount, method, receivedAt: occurredAt };
      return {
        ...before,
        open: invoice ? moved(before.open, invoice, amount.amount) : before.open,
        paid: plus(before.paid, amount),
        payments: insertNewest(before.payments, payment, ({ receivedAt }) => receivedAt, MOST),
      };
    },
  },
};

/** What is left to pay after an invoice that stands now as it does was reduced by an amount. */
const moved = (open: Sums, invoice: NonNullable<InvoiceAfter>, by: string): Sums => {
  const { currency } = invoice.amount;
  const was = add(invoice.open, by);
  const others = isOpen(was) ? minus(open, { amount: was, currency }) : open;
  return withOpen(others, { amount: invoice.open, currency });
};

const withOpen = (open: Sums, left: Money): Sums => (isOpen(left.amount) ? plus(open, left) : open);
