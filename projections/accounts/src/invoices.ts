import type { InvoiceEvent } from '@annals/contracts-accounts';
import type { Money } from '@annals/contracts-values';
import { projection } from '@annals/event-sourcing';

/** `open` is what is left to pay, in the currency of the amount; below zero it is the customer's. */
export type Invoice = {
  readonly invoiceId: string;
  readonly customerId: string;
  readonly number: string | null;
  readonly orderId: string | null;
  readonly amount: Money;
  readonly open: string;
  readonly issuedOn: string;
  readonly dueOn: string;
};

export const isOpen = (open: string) => !/^-|^0(\.0+)?$/.test(open);

/** One document for each invoice, as it stands after all that is known of it. */
export const invoices = projection<InvoiceEvent, Invoice>()({
  name: 'invoices',
  version: 3,
  key: ({ data }) => (data.invoiceId !== null && !('invoice' in data && data.invoice === null) ? data.invoiceId : []),
  on: {
    InvoiceIssued: (_, { data: { cancelled: __, ...invoice } }) => invoice,
    InvoiceCancelled: (_, { data: { customerId, invoiceId, invoice } }) => ({ customerId, invoiceId, ...invoice! }),
    PaymentReceived: (_, { data: { customerId, invoiceId, invoice } }) => ({
      customerId,
      invoiceId: invoiceId!,
      ...invoice!,
    }),
    PaymentCorrected: (_, { data: { customerId, invoiceId, invoice } }) => ({
      customerId,
      invoiceId: invoiceId!,
      ...invoice!,
    }),
  },
  fields: {
    customer: { of: ({ customerId }) => customerId },
    /** Of an invoice of which something is left to pay. */
    openDue: { of: ({ open, dueOn }) => (isOpen(open) ? dueOn : null) },
    /** Of one of which nothing is left to pay. */
    settledIssued: { of: ({ open, issuedOn }) => (isOpen(open) ? null : issuedOn) },
    currency: { of: ({ amount }) => amount.currency },
    openAmount: { amount: ({ open }) => open },
  },
  indexes: [
    ['customer', 'openDue'],
    ['customer', 'settledIssued'],
  ],
});
