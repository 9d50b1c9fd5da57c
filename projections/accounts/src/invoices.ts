import { invoice, invoiceId, type InvoiceEvent } from '@annals/contracts-accounts';
import { choice, customerId, decimal, field } from '@annals/contracts-values';
import { amount, day, revised, text, view, type Immutable, type Of } from '@annals/event-sourcing';
import { z } from 'zod';

const status = choice({
  open: { en: 'Open', zh: '未付清' },
  settled: { en: 'Settled', zh: '已结清' },
  cancelled: { en: 'Cancelled', zh: '已作废' },
});

const open = field(
  decimal,
  { en: 'Open amount', zh: '未付金额' },
  {
    description: {
      en: 'What is left to pay, in the currency of the amount; below zero it is the customer’s.',
      zh: '剩余未付金额，币种与发票相同；为负时属于客户。',
    },
  },
);

/** An invoice as the API answers it. */
const answer = z.strictObject({
  ...{ invoiceId, customerId },
  ...invoice.shape,
  open,
  status: field(status, { en: 'Status', zh: '状态' }),
});

/** The stored document; `open` is what is left to pay. */
export type Invoice = Immutable<Omit<z.output<typeof answer>, 'status'>> & {
  readonly cancelled: boolean;
  readonly revision: number;
};

export const isOpen = (open: string) => !/^-|^0(\.0+)?$/.test(open);

const statusOf = ({ open, cancelled }: Invoice): z.output<typeof status> => {
  if (cancelled) return 'cancelled';
  return isOpen(open) ? 'open' : 'settled';
};

const afterPayment = (
  before: Invoice | null,
  { data: { customerId, invoiceId, invoice } }: Of<InvoiceEvent, 'PaymentReceived' | 'PaymentCorrected'>,
) => ({ ...{ customerId, invoiceId: invoiceId!, ...invoice! }, cancelled: before?.cancelled ?? false });

/** One document for each invoice, as it stands after all that is known of it. */
export const invoices = view<InvoiceEvent, Invoice>()({
  name: 'invoices',
  version: 4,
  key: ({ data }) => (data.invoiceId !== null && !('invoice' in data && data.invoice === null) ? data.invoiceId : []),
  on: revised<InvoiceEvent, Invoice>({
    InvoiceIssued: (_, { data }) => data,
    InvoiceCancelled: (_, { data: { customerId, invoiceId, invoice } }) => ({
      ...{ customerId, invoiceId, ...invoice! },
      cancelled: true,
    }),
    PaymentReceived: afterPayment,
    PaymentCorrected: afterPayment,
  }),
  fields: {
    customer: text(({ customerId }) => customerId),
    order: text(({ orderId }) => orderId),
    number: text((known) => known.number),
    status: text(statusOf, { schema: status }),
    issuedOn: day(({ issuedOn }) => issuedOn),
    dueOn: day(({ dueOn }) => dueOn),
    /** Of an invoice of which something is left to pay. */
    openDue: day(({ open, dueOn }) => (isOpen(open) ? dueOn : null)),
    /** Of one of which nothing is left to pay. */
    settledIssued: day(({ open, issuedOn }) => (isOpen(open) ? null : issuedOn)),
    currency: text((known) => known.amount.currency),
    openAmount: amount(({ open }) => open),
  },
  indexes: [['issuedOn'], ['dueOn'], ['status', 'dueOn'], ['customer', 'openDue'], ['customer', 'settledIssued']],
  personal: [],
  revision: ({ revision }) => revision,
  answer: {
    schema: answer,
    of: ({ cancelled, revision: _, ...shown }) => ({
      ...shown,
      status: statusOf({ ...shown, cancelled, revision: 0 }),
    }),
  },
  list: {
    path: 'invoices',
    summary: { en: 'List invoices by customer, order, status and day', zh: '按客户、订单、状态和日期列出发票' },
    record: { name: 'Invoice', en: 'invoice', zh: '发票', id: 'invoiceId', schema: 'NamedInvoice' },
    needs: 'finance.read',
    filters: ['customer', 'order', 'number', 'status', 'currency'],
    ranges: ['issuedOn', 'dueOn'],
    names: { customerName: 'customer' },
    sorts: ['-issuedOn', 'dueOn'],
  },
});
