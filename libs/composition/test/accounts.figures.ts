import { add, compareDecimals, subtract, type Money } from '@annals/contracts-values';
import { aboveZero, notZero, totals, valuesOf, type Figure } from './figure.js';
import type { Told } from './told.js';

type Invoice = {
  readonly invoiceId: string;
  readonly amount: Money;
  readonly open: string;
  readonly status: string;
  readonly dueOn: string;
};
type Payment = { readonly amount: Money; readonly invoiceId: string | null };

const leftOf = (invoices: readonly Invoice[], sign: 1 | -1) =>
  invoices
    .map(({ open, amount: { currency } }) => ({ amount: open, currency }))
    .filter(({ amount }) => compareDecimals(amount, '0') * sign > 0);

/** What is left to pay of invoices, from which all credits of the customer are taken off. */
const owed = (told: Told, invoices: readonly Invoice[]) => {
  const onAccount = told.list<Payment>('payments').filter(({ invoiceId }) => invoiceId === null);
  const open = totals(leftOf(invoices, 1));
  const credit = totals([
    ...onAccount.map(({ amount }) => ({ ...amount, amount: subtract('0', amount.amount) })),
    ...leftOf(told.list<Invoice>('invoices'), -1),
  ]);
  const left = Object.entries(open).map(([currency, amount]) => [currency, add(amount, credit[currency] ?? '0')]);
  return aboveZero(Object.fromEntries(left) as Readonly<Record<string, string>>);
};

/** Figures of invoices, payments, orders and usage. */
export const ACCOUNT_FIGURES: readonly Figure[] = [
  {
    figure: 'invoices that were not cancelled',
    in: {
      page: ({ page: { finance } }) => [finance.invoiced.count, notZero(finance.invoiced.values)],
      list: (told) => {
        const all = told.list<Invoice>('invoices').filter(({ status }) => status !== 'cancelled');
        return [all.length, notZero(totals(all.map(({ amount }) => amount)))];
      },
    },
  },
  {
    figure: 'payments',
    in: {
      page: ({ page: { finance } }) => [finance.paid.count, notZero(finance.paid.values)],
      list: (told) => {
        const all = told.list<Payment>('payments');
        return [all.length, notZero(totals(all.map(({ amount }) => amount)))];
      },
    },
  },
  {
    figure: 'what the customer owes',
    in: {
      page: ({ page }) => aboveZero(page.finance.open.values),
      list: (told) => owed(told, told.list<Invoice>('invoices')),
    },
  },
  {
    figure: 'what was due before today',
    in: {
      page: ({ page }) => aboveZero(page.finance.overdue.values),
      list: (told) =>
        owed(
          told,
          told.list<Invoice>('invoices', { status: 'open' }).filter(({ dueOn }) => dueOn < told.today),
        ),
    },
  },
  {
    figure: 'open invoices, the first due first',
    in: {
      page: ({ page }) =>
        page.finance.openInvoices.map(({ invoiceId, open, dueOn }) => [dueOn, invoiceId, open]).toSorted(),
      list: (told) =>
        told
          .list<Invoice>('invoices', { status: 'open' })
          .map(({ invoiceId, open, dueOn }) => [dueOn, invoiceId, open])
          .toSorted(),
    },
  },
  {
    figure: 'orders that were not cancelled',
    in: {
      page: ({ page: { logistics } }) => [logistics.ordered.count, notZero(logistics.ordered.values)],
      list: (told) => {
        const all = told.list('orders').filter(({ status }) => status !== 'cancelled');
        return [all.length, notZero(valuesOf(all))];
      },
    },
  },
  {
    figure: 'open orders',
    in: {
      page: ({ page: { logistics } }) => [logistics.open.count, notZero(logistics.open.values)],
      list: (told) => {
        const all = told.list('orders').filter(({ status }) => status === 'open' || status === 'partly-delivered');
        return [all.length, notZero(valuesOf(all))];
      },
    },
  },
  {
    figure: 'deliveries',
    in: {
      page: ({ page }) =>
        page.logistics.deliveries
          .map(({ orderId, deliveryId, complete, deliveredAt }) => [deliveredAt, orderId, deliveryId, complete])
          .toSorted(),
      list: (told) =>
        told
          .list('deliveries')
          .slice(0, 20)
          .map(({ orderId, deliveryId, complete, deliveredAt }) => [deliveredAt, orderId, deliveryId, complete])
          .toSorted(),
    },
  },
  {
    figure: 'usage',
    in: {
      page: ({ page }) =>
        page.usage
          .flatMap(({ meterId, register, periods }) =>
            periods.map(({ from, quantity, unit }) => [meterId, register, from, quantity, unit]),
          )
          .toSorted(),
      list: (told) =>
        told
          .list('readings')
          .map(({ meterId, register = null, from, quantity, unit }) => [meterId, register, from, quantity, unit])
          .toSorted(),
    },
  },
];
