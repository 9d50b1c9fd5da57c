import { InvoiceIssued, OrderPlaced, PaymentReceived } from '@annals/contracts-accounts';
import { ComplaintFiled } from '@annals/contracts-complaints';
import { ContactMade } from '@annals/contracts-contacts';
import { CustomerRegistered } from '@annals/contracts-customers';
import { DealOpened } from '@annals/contracts-deals';
import type { Event } from '@annals/event-sourcing';
import { openDesk } from '../../test/desk.js';
import type { WholeCustomerView } from '../index.js';

const customerId = 'u-1';
const MOST = 900;
const euro = { amount: '10.25', currency: 'EUR' };

const about = (event: Event, index: number) => ({
  ...event,
  subject: customerId,
  occurredAt: new Date(Date.UTC(2026, 0, 1) + index * 1_000).toISOString(),
});
const many = (event: (index: number) => Event) =>
  Array.from({ length: MOST }, (_, index) => about(event(index), index + 1));

const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'organisation', name: 'Lumen', roles: ['end-customer'] },
});
const opened = (index: number) =>
  DealOpened.event({
    ...{ dealId: `d-${index}`, customerId, title: `Meters for house ${index}`, value: euro, lines: [] },
    ...{ owner: { id: 'anna', name: 'Anna Berg' }, country: null, region: null, expectedCloseDate: null },
    ...{ attributes: {}, step: 'need-found' },
  });
const filed = (index: number) =>
  ComplaintFiled.event({
    ...{ complaintId: `c-${index}`, customerId, channel: 'web', category: 'delivery', severity: 'high' },
    ...{ subject: `Late for the ${index}th time`, text: 'Again.', dueAt: '2026-02-01T00:00:00.000Z' },
  });
const terms = { number: null, orderId: null, amount: euro, issuedOn: '2026-01-01', dueOn: '2026-01-31' };
const issued = (index: number) =>
  InvoiceIssued.event({ invoiceId: `i-${index}`, customerId, ...terms, open: '10.25', cancelled: false });
const paid = PaymentReceived.event({
  ...{ paymentId: 'p-1', customerId, invoiceId: 'i-0', amount: { ...euro, amount: '4.00' }, method: null, payer: null },
  invoice: { ...terms, open: '6.25' },
});
const placed = (index: number) =>
  OrderPlaced.event({
    ...{ orderId: `o-${index}`, customerId, number: null, value: euro, lines: [], expectedOn: null, status: 'open' },
  });
const contact = ContactMade.event({
  ...{ contactId: 't-1', customerId, channel: 'phone', direction: 'inbound', purpose: 'service', summary: 'A call' },
  ...{ outcome: 'reached', response: 'none', contactedAt: '2026-01-01T00:00:00.000Z', contactedBy: { id: 'anna' } },
});

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(about(registered, 0), ...many(opened), about(contact, MOST + 1));
});
afterAll(() => desk.close());

const page = async (query = '') => (await desk.get<WholeCustomerView>(`/v1/customers/${customerId}${query}`)).body;

it('counts and sums up all of 900 open deals, lists the newest ones, and stays small', async () => {
  const view = await page();
  expect(view.deals.open).toEqual({ count: MOST, values: { EUR: '9225.00' } });
  expect(view.deals.openDeals.map(({ dealId }) => dealId)).toEqual(
    Array.from({ length: 20 }, (_, index) => `d-${MOST - 1 - index}`),
  );
  expect(JSON.stringify(view).length).toBeLessThanOrEqual(15_000);
});

it('does the same with complaints, invoices and orders', async () => {
  await desk.record(...many(filed), ...many(issued), ...many(placed), about(paid, MOST + 2));
  const { complaints, finance, logistics, events, ...rest } = await page('?asOf=99999');
  expect([complaints.open, complaints.openComplaints.length]).toEqual([MOST, 20]);
  expect(finance.open).toEqual({ count: MOST, values: { EUR: '9221.00' } });
  expect(finance.overdue).toEqual(finance.open);
  expect(finance.openInvoices).toHaveLength(20);
  expect([logistics.open.count, logistics.openOrders.length]).toEqual([MOST, 20]);
  expect(events).toHaveLength(20);
  expect(JSON.stringify({ complaints, finance, logistics, events, ...rest }).length).toBeLessThan(25_000);
});

it('is now what it is as of the newest event', async () => {
  expect(await page('?asOf=99999')).toEqual({ ...(await page()), revision: null });
});

it('is at the position of the view that is furthest behind', async () => {
  const { headers } = await desk.get(`/v1/customers/${customerId}`);
  expect(headers['annals-position']).toBe(`${await desk.log.head()}`);
});
