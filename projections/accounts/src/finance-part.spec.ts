import { InvoiceCancelled, InvoiceIssued, PaymentReceived } from '@annals/contracts-accounts';
import type { Event } from '@annals/event-sourcing';
import { partAfter, recorded } from '@annals/testing';
import { financePart } from './finance-part.js';

const customerId = 'u-1';
const after = (...events: Event[]) => partAfter(financePart, recorded(events)).finance;

const euro = (amount: string) => ({ amount, currency: 'EUR' });
const terms = { number: 'R 1', orderId: 'o-1', issuedOn: '2026-01-01', dueOn: '2026-01-31' };
const standing = (amount: string, open: string, parts: object = {}) => ({
  ...{ ...terms, amount: euro(amount), open },
  ...parts,
});
const issued = (invoiceId: string, amount: string, parts: object = {}) =>
  InvoiceIssued.event({ invoiceId, customerId, ...standing(amount, amount), cancelled: false, ...parts });
const cancelled = (invoiceId: string, invoice: ReturnType<typeof standing> | null) =>
  InvoiceCancelled.event({ invoiceId, customerId, reason: null, invoice });
const paid = (invoiceId: string | null, amount: string, invoice: ReturnType<typeof standing> | null, parts = {}) =>
  PaymentReceived.event({
    ...{ paymentId: 'p-1', customerId, invoiceId, amount: euro(amount), method: null, payer: 'Li Na', invoice },
    ...parts,
  });
const NONE = { count: 0, values: {} };

it('lists what is to be paid, the first that is due first, with the exact sum per currency', () => {
  const yuan = { amount: { amount: '7.00', currency: 'CNY' }, open: '7.00', dueOn: '2026-01-10' };
  expect(after(issued('a', '0.10'), issued('b', '0.20'), issued('c', '7.00', yuan))).toMatchObject({
    invoiced: { count: 3, values: { EUR: '0.30', CNY: '7.00' } },
    open: { count: 3, values: { EUR: '0.30', CNY: '7.00' } },
    openInvoices: [
      { invoiceId: 'c', dueOn: '2026-01-10' },
      { invoiceId: 'a', number: 'R 1', orderId: 'o-1', open: '0.10', issuedOn: '2026-01-01' },
      { invoiceId: 'b' },
    ],
  });
});

it('takes a part payment off, and settles an invoice with the rest', () => {
  const part = paid('a', '4.00', standing('10.00', '6.00'), { method: 'card' });
  expect(after(issued('a', '10.00'), part)).toMatchObject({
    ...{ invoiced: { values: { EUR: '10.00' } }, paid: { count: 1, values: { EUR: '4.00' } } },
    ...{ open: { count: 1, values: { EUR: '6.00' } }, openInvoices: [{ invoiceId: 'a', open: '6.00' }] },
    payments: [{ paymentId: 'p-1', invoiceId: 'a', method: 'card', receivedAt: '2026-01-02T00:00:00.000Z' }],
  });
  const rest = paid('a', '6.00', standing('10.00', '0.00'), { paymentId: 'p-2' });
  expect(after(issued('a', '10.00'), part, rest)).toMatchObject({
    ...{ open: NONE, openInvoices: [], settledInvoices: [{ invoiceId: 'a', open: '0.00' }] },
    payments: [{ paymentId: 'p-2' }, { paymentId: 'p-1' }],
  });
});

it('shows what was paid too much on the invoice', () => {
  expect(after(issued('a', '10.00'), paid('a', '12.00', standing('10.00', '-2.00')))).toMatchObject({
    ...{ open: NONE, settledInvoices: [{ invoiceId: 'a', open: '-2.00' }] },
  });
});

it('opens an invoice again whose payment was taken back', () => {
  const settled = [issued('a', '10.00'), paid('a', '10.00', standing('10.00', '0.00'))];
  const takenBack = paid('a', '-10.00', standing('10.00', '10.00'), { paymentId: 'p-2' });
  expect(after(...settled, takenBack)).toMatchObject({
    ...{ paid: { values: { EUR: '0.00' } }, open: { count: 1, values: { EUR: '10.00' } } },
    ...{ openInvoices: [{ invoiceId: 'a' }], settledInvoices: [] },
  });
});

it('counts a payment on account, and one of an unknown invoice', () => {
  const events = [paid(null, '5.00', null), paid('a', '3.00', null)];
  expect(after(...events)).toMatchObject({ paid: { count: 2, values: { EUR: '8.00' } }, openInvoices: [] });
  expect(after(...events, issued('a', '10.00', { open: '7.00' }))).toMatchObject({
    ...{ open: { values: { EUR: '2.00' } }, openInvoices: [{ open: '7.00' }] },
  });
});

describe('what a customer owes', () => {
  const note = issued('note', '-30.00');
  const first = [issued('a', '100.00'), paid('a', '150.00', standing('100.00', '-50.00'))];
  const second = issued('b', '200.00', { dueOn: '2025-12-31' });
  const onAccount = (amount: string) => paid(null, amount, null, { paymentId: `p-${amount}` });

  it('is nothing when overpayments, credit notes and payments on account come to what is left to pay', () => {
    const nothing = { count: 0, values: { EUR: '0.00' } };
    const all = after(...first, second, note, onAccount('120.00'));
    expect(all).toMatchObject({ open: nothing, overdue: nothing, credit: {} });
  });
  it('is what is left after each of them', () => {
    expect(after(...first, second)).toMatchObject({ open: { count: 1, values: { EUR: '150.00' } } });
    expect(after(...first, second, note)).toMatchObject({ open: { count: 1, values: { EUR: '120.00' } } });
    expect(after(second, onAccount('120.00'), onAccount('-20.00'))).toMatchObject({
      open: { values: { EUR: '100.00' } },
    });
  });
  it('is taken off what was due first', () => {
    const later = issued('c', '70.00', { dueOn: '2099-01-01' });
    expect(after(second, later, onAccount('250.00'))).toMatchObject({
      ...{ open: { count: 2, values: { EUR: '20.00' } }, overdue: { count: 0, values: { EUR: '0.00' } } },
    });
  });
  it('shows as a credit what is left of them', () =>
    expect(after(...first, note)).toMatchObject({ open: NONE, credit: { EUR: '80.00' } }));
  it('does not set off one currency against another', () => {
    const yuan = paid(null, '500.00', null, { amount: { amount: '500.00', currency: 'CNY' } });
    expect(after(second, yuan)).toMatchObject({ open: { values: { EUR: '200.00' } }, credit: { CNY: '500.00' } });
  });
  it('grows by what was paid back without having been paid in', () =>
    expect(after(second, onAccount('-10.00'))).toMatchObject({
      ...{ open: { values: { EUR: '210.00' } }, overdue: { values: { EUR: '200.00' } } },
    }));
});

it('never shows a cancelled invoice as one to be paid, whichever word comes first', () => {
  expect(after(issued('a', '10.00'), cancelled('a', standing('10.00', '0.00')))).toMatchObject({
    ...{ invoiced: { count: 0, values: { EUR: '0.00' } }, open: NONE, openInvoices: [] },
  });
  expect(after(cancelled('a', null), issued('a', '10.00', { open: '0.00', cancelled: true }))).toMatchObject({
    ...{ invoiced: NONE, open: NONE, openInvoices: [] },
  });
});

it('lists the newest twenty of what is settled and paid, and sums up all', () => {
  const many = Array.from({ length: 25 }, (_, index) => {
    const issuedOn = `2026-01-${`${index + 1}`.padStart(2, '0')}`;
    const settled = standing('1.00', '0.00', { issuedOn });
    return [issued(`${index}`, '1.00', { issuedOn }), paid(`${index}`, '1.00', settled, { paymentId: `p-${index}` })];
  }).flat();
  const { paid: all, settledInvoices, payments } = after(...many);
  expect([all, settledInvoices.length, payments.length]).toEqual([{ count: 25, values: { EUR: '25.00' } }, 20, 20]);
  expect([settledInvoices[0], payments[0]]).toMatchObject([{ invoiceId: '24' }, { paymentId: 'p-24' }]);
});
