import { openDesk } from '../../test/desk.js';
import { breaches, closedDeals, complaints } from '../../test/report-events.js';
import type { Report, ReportRecords } from '@annals/reading';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(...closedDeals, ...complaints, ...breaches);
});
afterAll(() => desk.close());

const rowsOf = async (url: string) => {
  const { rows, totals } = (await desk.get<Report>(url)).body;
  return [...rows, ...totals];
};

it.each([
  'sales?by=year,country',
  'sales?by=competitor&outcome=lost',
  'sales?by=product&from=1997-01-01',
  'sales?by=owner,category',
  'complaints?by=onTime,tier',
  'contact-breaches?by=rule,department,channel,month',
  'contact-breaches?by=department',
])('leads from each figure of %s to its records, and to no others', async (url) => {
  const rows = await rowsOf(`/v1/reports/${url}`);
  expect(rows.length).toBeGreaterThan(1);
  for (const { measures, records } of rows) {
    const { items } = (await desk.get<ReportRecords>(records)).body;
    const [same] = await rowsOf(records.replace('/records?', '?').replace(/\/records$/, ''));
    expect(same?.measures).toEqual(measures);
    expect(distinct(items)).toBe(measures['deals'] ?? measures['complaints'] ?? measures['contacts']);
  }
});

const distinct = (items: readonly object[]) => {
  const ids = items.map((item) =>
    'dealId' in item ? item.dealId : 'complaintId' in item ? item.complaintId : 'contactId' in item && item.contactId,
  );
  return new Set(ids).size;
};

it('pages through the records, the latest first', async () => {
  const first = await desk.get<ReportRecords>('/v1/reports/sales/records?currency=EUR&limit=5');
  expect(first.body.items).toMatchObject([
    ...Array<object>(3).fill({ dealId: 'd-2' }),
    ...Array<object>(2).fill({ dealId: 'd-1' }),
  ]);
  const second = await desk.get<ReportRecords>(
    `/v1/reports/sales/records?currency=EUR&limit=5&cursor=${first.body.next}`,
  );
  expect(second.body).toMatchObject({ items: [{ dealId: 'd-1' }], next: null });
});
