import type { InvoiceEvent } from '@annals/contracts-accounts';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import { among } from './newest.js';
import type { Finance, Invoice } from './page.accounts.js';
import { minus, NONE, plus } from './tally.js';

type On<T> = RecordedEvent<Of<InvoiceEvent, T>>;

const MOST = 20;

export const NO_FINANCE: Finance = {
  invoiced: NONE,
  paid: NONE,
  open: NONE,
  openInvoices: [],
  settledInvoices: [],
  payments: [],
};

export const invoiceIssued = (finance: Finance, { data }: On<'InvoiceIssued'>): Finance => {
  const standing = standingAt(finance, cardOf(data));
  return data.cancelled ? standing : { ...standing, invoiced: plus(finance.invoiced, data.amount) };
};

export const invoiceCancelled = (finance: Finance, { data }: On<'InvoiceCancelled'>): Finance => {
  const { invoiceId, invoice } = data;
  if (!invoice) return finance;
  return {
    ...standingAt(finance, cardOf({ invoiceId, ...invoice })),
    invoiced: minus(finance.invoiced, invoice.amount),
  };
};

export const paymentReceived = (finance: Finance, { data, occurredAt }: On<'PaymentReceived'>): Finance => {
  const { paymentId, invoiceId, amount, method, invoice } = data;
  const standing = invoiceId && invoice ? standingAt(finance, cardOf({ invoiceId, ...invoice })) : finance;
  const payment = { paymentId, invoiceId, amount, method, receivedAt: occurredAt };
  return {
    ...standing,
    paid: plus(finance.paid, amount),
    payments: among(finance.payments, payment, ({ receivedAt }) => receivedAt, MOST),
  };
};

const cardOf = ({ invoiceId, number, orderId, amount, open, issuedOn, dueOn }: Invoice): Invoice => ({
  ...{ invoiceId, number, orderId, amount, open, issuedOn, dueOn },
});

/** The invoice where it belongs. Open ones are all kept, as open deals are: the sum over them stays right. */
const standingAt = (finance: Finance, invoice: Invoice): Finance => {
  const isOpen = !/^-|^0\.00$/.test(invoice.open);
  const open = others(finance.openInvoices, invoice);
  const settled = others(finance.settledInvoices, invoice);
  const openInvoices = isOpen ? [...open, invoice].toSorted(byDueDay) : open;
  return {
    ...finance,
    open: openInvoices.reduce((tally, { amount, open }) => plus(tally, { ...amount, amount: open }), NONE),
    openInvoices,
    settledInvoices: isOpen ? settled : among(settled, invoice, ({ issuedOn }) => issuedOn, MOST),
  };
};

const others = (invoices: readonly Invoice[], { invoiceId }: Invoice) =>
  invoices.filter((invoice) => invoice.invoiceId !== invoiceId);

const byDueDay = (one: Invoice, other: Invoice) => (one.dueOn < other.dueOn ? -1 : Number(one.dueOn > other.dueOn));
