import { invoice, invoiceId, payment } from '@annals/contracts-accounts';
import { exactDecimal, instant, sumsIn, tally, tallyOf } from '@annals/contracts-values';
import { firstOf, groupsOf, ofCustomer, pagePart, within } from '@annals/event-sourcing';
import { z } from 'zod';
import { invoiceTotals, NO_INVOICES } from './invoice-totals.js';
import { invoices, type Invoice } from './invoices.js';
import { creditLeft, creditsAboveZero, setOff } from './set-off.js';

const MOST = 20; // invoices

const card = z.strictObject({
  invoiceId,
  ...invoice.shape,
  open: exactDecimal.describe('What is left to pay, in the currency of the amount; below zero it is the customer’s'),
});

const cardOf = ({ customerId: _, cancelled: __, revision: ___, ...shown }: Invoice) => shown;

const { paymentId, amount, method } = payment.shape;

/** Invoices and payments of other systems. */
export const financePart = pagePart({
  reads: {
    totals: ofCustomer(invoiceTotals, []),
    open: within(
      'totals',
      firstOf(invoices, [], {
        where: () => [{ field: 'openDue', from: '' }],
        sort: { field: 'openDue' },
        limit: MOST,
      }),
    ),
    settled: within(
      'totals',
      firstOf(invoices, [], {
        where: () => [{ field: 'settledIssued', from: '' }],
        sort: { field: 'settledIssued', descending: true },
        limit: MOST,
      }),
    ),
    overdue: within(
      'totals',
      groupsOf(invoices, {
        where: ({ today }) => [{ field: 'openDue', from: '', to: today }],
        groupBy: ['currency'],
        amounts: ['openAmount'],
      }),
    ),
  },
  answer: {
    schema: z.strictObject({
      finance: z.strictObject({
        invoiced: tally.describe('All invoices that were not cancelled, credit notes taken off'),
        paid: tally,
        open: tally.describe(
          'What the customer owes: what is left to pay of the invoices, from which payments on account, credit notes and what was paid too much are taken off in the same currency',
        ),
        overdue: tally.describe(
          'The same of those invoices that had been due before the day that is asked about; credits are taken off those first that were due first',
        ),
        credit: z
          .record(z.string(), exactDecimal)
          .describe('What is left of payments on account, credit notes and what was paid too much, by currency'),
        openInvoices: z.array(card).describe('The first 20 that are due; `open` counts all'),
        settledInvoices: z.array(card).describe('The newest 20 of which nothing is left to pay'),
        payments: z
          .array(z.strictObject({ paymentId, invoiceId: invoiceId.nullable(), amount, method, receivedAt: instant }))
          .describe('The newest 20'),
      }),
    }),
    of: ({ totals, open, settled, overdue }) => {
      const all = totals ?? NO_INVOICES;
      return {
        finance: {
          ...{ invoiced: tallyOf(all.invoiced), paid: tallyOf(all.paid), open: setOff(all.open, all.credit) },
          overdue: setOff(sumsIn(overdue), creditsAboveZero(all.credit)),
          credit: creditLeft(all.open, all.credit),
          openInvoices: open.map(cardOf),
          settledInvoices: settled.map(cardOf),
          payments: all.payments,
        },
      };
    },
  },
});
