import type { Money } from '@annals/contracts-values';
import type { Tally } from './page.tally.js';

/** `open` is what is left to pay, in the currency of the amount; below zero it is the customer's. */
export type Invoice = {
  readonly invoiceId: string;
  readonly number: string | null;
  readonly orderId: string | null;
  readonly amount: Money;
  readonly open: string;
  readonly issuedOn: string;
  readonly dueOn: string;
};

export type Payment = {
  readonly paymentId: string;
  /** `null` if it is on account. */
  readonly invoiceId: string | null;
  /** Below zero if it takes a payment back. */
  readonly amount: Money;
  readonly method: string | null;
  readonly receivedAt: string;
};

/** Invoices and payments of other systems. Sums are exact. */
export type Finance = {
  /** All invoices that were not cancelled, credit notes taken off. */
  readonly invoiced: Tally;
  readonly paid: Tally;
  /** What is left to pay. */
  readonly open: Tally;
  /** Every one of which something is left to pay, the first that is due first. */
  readonly openInvoices: readonly Invoice[];
  /** The newest 20 of which nothing is left to pay. */
  readonly settledInvoices: readonly Invoice[];
  /** The newest 20. */
  readonly payments: readonly Payment[];
};

export type Order = {
  readonly orderId: string;
  readonly number: string | null;
  readonly value: Money;
  readonly status: 'open' | 'partly-delivered';
  readonly expectedOn: string | null;
  readonly placedAt: string;
};

export type Delivery = {
  readonly deliveryId: string;
  readonly orderId: string;
  /** Whether it ended the order. */
  readonly complete: boolean;
  readonly carrier: string | null;
  readonly trackingNumber: string | null;
  readonly deliveredAt: string;
};

/** Orders and deliveries of other systems. */
export type Logistics = {
  /** All orders that were not cancelled. */
  readonly ordered: Tally;
  /** Every one that is neither delivered as a whole nor cancelled, the newest first. */
  readonly openOrders: readonly Order[];
  /** The newest 20. */
  readonly deliveries: readonly Delivery[];
};

/** From an instant up to another, the latter excluded. */
export type Period = {
  readonly from: string;
  readonly to: string;
  readonly quantity: string;
  readonly unit: string;
};

/** `register` is what of it the meter counts, such as `peak`. */
export type MeterUse = {
  readonly meterId: string;
  readonly register: string | null;
  /** The newest 12. */
  readonly periods: readonly Period[];
};
