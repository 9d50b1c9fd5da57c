import { CustomerRegistered } from '@annals/contracts-customers';
import type { Report } from '@annals/reading';
import { openDesk } from '../../test/desk.js';
import { closedDeals, complaints } from '../../test/report-events.js';

const NEW_YEAR = '2026-01-01T07:30:00+08:00'; // still 2025 in UTC
const [won] = closedDeals;
const [filed] = complaints;
const occurredAt = new Date(NEW_YEAR).toISOString();

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk(undefined, { TIME_ZONE: 'Asia/Shanghai' });
  await desk.record({ ...won!, occurredAt }, { ...filed!, occurredAt });
});
afterAll(() => desk.close());

const rows = async (url: string) => (await desk.get<Report>(`/v1/reports/${url}`)).body.rows;

it('counts a deal in the year, quarter and month of the calendar of the company', async () =>
  expect(await rows('sales?by=year,quarter,month')).toEqual([
    expect.objectContaining({ key: { year: 2026, quarter: '2026-Q1', month: '2026-01', currency: 'EUR' } }),
  ]));

it('counts a complaint in its year and month', async () =>
  expect(await rows('complaints?by=year,month')).toEqual([
    expect.objectContaining({ key: { year: 2026, month: '2026-01' } }),
  ]));

it.each([
  ['from=2026-01-01', 3],
  ['to=2026-01-01', 0],
  ['from=2026-01-01T07:30:00%2B08:00&to=2026-01-02', 3],
  ['month=2026-01', 3],
  ['month=2025-12', 0],
])('finds its lines by %s: %i', async (query, count) => {
  const { body } = await desk.get<{ readonly items: readonly object[] }>(`/v1/reports/sales/records?${query}`);
  expect(body.items).toHaveLength(count);
});

it('counts a customer in the month of the calendar of the company', async () => {
  const registered = CustomerRegistered.event({
    customerId: 'u-2',
    profile: { kind: 'person', name: 'Li Na', roles: ['prospect'] },
  });
  await desk.record({ ...registered, occurredAt });
  const { body } = await desk.get<{ readonly months: readonly { readonly month: string }[] }>('/v1/lifecycle');
  expect(body.months[0]?.month).toBe('2026-01');
});
