import { sum } from '@annals/contracts-values';
import type { Finance, Tally } from '@annals/projections-customers';

/** `overdue` are those of the open invoices that had been due before the day that is asked about. */
export type FinanceView = Finance & { readonly overdue: Tally };

/** `today` is a day, `2026-01-31`. */
export const financeOn = (today: string, finance: Finance): FinanceView => {
  const overdue = finance.openInvoices.filter(({ dueOn }) => dueOn < today);
  const byCurrency = Map.groupBy(overdue, ({ amount }) => amount.currency);
  const values = [...byCurrency].map(([currency, invoices]) => [currency, sum(invoices.map(({ open }) => open))]);
  return { ...finance, overdue: { count: overdue.length, values: Object.fromEntries(values) as Tally['values'] } };
};
