import { Contract, type EventOf } from '@annals/event-sourcing';
import { day, decimal, id, label, money, note, personal } from '@annals/contracts-values';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

const about = { invoiceId: id, customerId: id };

/** A credit note has an `amount` below zero. */
export const invoice = z.object({
  number: label.nullable(),
  orderId: id.nullable(),
  amount: money,
  issuedOn: day,
  dueOn: day,
});
export type Invoice = z.infer<typeof invoice>;

/** What is left to pay, in the currency of the invoice; below zero it is the customer's. */
const open = decimal;

/** `open` and `cancelled` are what they are after all that is known: payments and cancellations may come first. */
export const InvoiceIssued = Contract.of('InvoiceIssued').v1(
  z.object({ ...about, ...invoice.shape, open, cancelled: z.boolean() }),
);

/** The invoice as it stands after the event; `null` if nobody has told of the invoice yet. */
const standing = invoice.extend({ open }).nullable();
export type Standing = z.infer<typeof standing>;

export const InvoiceCancelled = Contract.of('InvoiceCancelled').v1(
  z.object({ ...about, reason: note.nullable(), invoice: standing }),
);

/** An `amount` below zero takes a payment back, as a refund or a returned debit does. */
export const payment = z.object({
  paymentId: id,
  amount: money,
  method: label.nullable(),
  payer: personal.nullable(),
});

/** Without an `invoiceId` it is a payment on account. */
export const PaymentReceived = Contract.of('PaymentReceived').v1(
  z.object({ customerId: id, invoiceId: id.nullable(), ...payment.shape, invoice: standing }),
);

export const invoiceContracts = [InvoiceIssued, InvoiceCancelled, PaymentReceived] as const;
export type InvoiceEvent = EventOf<(typeof invoiceContracts)[number]>;
