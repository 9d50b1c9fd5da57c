import { InvoiceIssued, OrderPlaced, UsageMetered } from '@annals/contracts-accounts';
import { caller, complaint, customer, deal, hire, own } from '../../test/staff.js';
import { openStaffedDesk } from '../../test/staffed-desk.js';
import type { CustomerView } from '../index.js';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
beforeAll(async () => {
  desk = await openStaffedDesk();
  await desk.record(
    ...hire('mia', ['marketing', 'sales']),
    ...[customer('u-mia', 'Mia’s own'), own('u-mia', 'mia'), deal('d-mia', 'u-mia', 'mia')],
    ...complaint('c-mia', 'u-mia'),
  );
});
afterAll(() => desk.close());

const partsFor = async (id: string, roles: readonly string[], customerId: string, query = '') => {
  const { status, body } = await desk.get<CustomerView>(`/v1/customers/${customerId}${query}`, caller(id, ...roles));
  expect(status).toBe(200);
  const types = new Set(body.events.map(({ type }) => type));
  const parts = { deals: body.deals !== null, complaints: body.complaints !== null };
  expect({ deals: types.has('DealOpened'), complaints: types.has('ComplaintFiled') }).toEqual(parts);
  expect(types).toContain('CustomerRegistered');
  return parts;
};

describe('deals and complaints, with their events, are on the page of a customer', () => {
  it.each([
    ['ann', [], true, true],
    ['an analyst', ['analyst'], true, true],
    ['a marketer', ['marketing'], true, false],
    ['an integration', ['integration'], false, false],
  ])('for %s %j: %s, %s', async (id, roles, deals, complaints) =>
    expect(await partsFor(id, roles, 'u-ann')).toEqual({ deals, complaints }),
  );

  it('as of a moment, too', async () =>
    expect(await partsFor('aud', [], 'u-ann', '?asOf=9999')).toEqual({ deals: true, complaints: true }));

  it.each([
    ['u-mia', true],
    ['u-ann', false],
  ])('for a user with several roles, if one of them allows it: %s, complaints %s', async (customerId, complaints) => {
    expect(await partsFor('mia', [], customerId)).toEqual({ deals: true, complaints });
  });
});

describe('facts of other systems about a customer', () => {
  const ids = { customerId: 'u-mia', orderId: 'o-1' };
  const amount = { amount: '10.00', currency: 'EUR' };
  const told = [
    OrderPlaced.event({ ...ids, number: null, value: amount, lines: [], expectedOn: null, status: 'open' }),
    InvoiceIssued.event({
      ...{ ...ids, invoiceId: 'i-1', number: null, amount, issuedOn: '2026-01-01', dueOn: '2026-01-31' },
      ...{ open: '10.00', cancelled: false },
    }),
    UsageMetered.event({
      ...{ customerId: 'u-mia', meterId: 'm-1', register: null, quantity: '1', unit: 'kWh' },
      ...{ from: '2026-01-01T00:00:00.000Z', to: '2026-02-01T00:00:00.000Z' },
    }),
  ].map((event) => ({ ...event, ...{ subject: 'u-mia', occurredAt: '2026-01-01T00:00:00.000Z' } }));
  beforeAll(() => desk.record(...told));

  it.each([
    ['aud', 'auditor', true],
    ['a marketer', 'marketing', false],
    ['an integration', 'integration', false],
  ])('is on the page for %s (%s): %s', async (id, role, isThere) => {
    const { body } = await desk.get<CustomerView>('/v1/customers/u-mia', caller(id, role));
    const { finance, logistics, usage, events } = body;
    expect([finance, logistics, usage].map((part) => part !== null)).toEqual([isThere, isThere, isThere]);
    const types = events.map(({ type }) => type);
    expect([types.includes('OrderPlaced'), types.includes('InvoiceIssued')]).toEqual([isThere, isThere]);
  });

  it.each([
    ['now', '', 1],
    ['at a moment before it was due', '?asOf=2026-01-31&axis=occurred', 0],
    ['at a moment after it was due', '?asOf=2026-02-01&axis=occurred', 1],
    ['at a position', '?asOf=9999', 1],
  ])('is overdue %s, by the day that is asked about', async (_, query, count) => {
    const { body } = await desk.get<CustomerView>(`/v1/customers/u-mia${query}`, caller('aud', 'auditor'));
    expect(body.finance?.overdue.count).toBe(count);
  });
});
