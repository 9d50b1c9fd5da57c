import type { Finance } from '@annals/projections-customers';
import { financeOn } from './finance.js';

const NONE = { count: 0, values: {} };
const invoice = (dueOn: string, open: string, currency = 'EUR') => ({
  ...{ invoiceId: dueOn, number: null, orderId: null, amount: { amount: '100.00', currency }, open },
  ...{ issuedOn: '2026-01-01', dueOn },
});
const finance: Finance = {
  ...{ invoiced: NONE, paid: NONE, open: NONE, settledInvoices: [], payments: [] },
  openInvoices: [
    invoice('2026-01-10', '0.10'),
    invoice('2026-01-10', '0.20'),
    invoice('2026-01-10', '7', 'CNY'),
    invoice('2026-01-31', '5.00'),
  ],
};

it('is overdue from the day after it was due, and as much as is left', () => {
  expect(financeOn('2026-01-10', finance).overdue).toEqual(NONE);
  expect(financeOn('2026-01-31', finance).overdue).toEqual({ count: 3, values: { EUR: '0.30', CNY: '7.00' } });
  expect(financeOn('2026-02-01', finance).overdue).toEqual({ count: 4, values: { EUR: '5.30', CNY: '7.00' } });
});
