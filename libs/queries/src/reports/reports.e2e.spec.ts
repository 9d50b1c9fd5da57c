import { openDesk } from '../../test/desk.js';
import { closedDeals, complaints } from '../../test/report-events.js';
import type { Report } from '@annals/reading';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(...closedDeals, ...complaints);
});
afterAll(() => desk.close());

const report = async (url: string) => (await desk.get<Report>(`/v1/reports/${url}`)).body;
const figures = (rows: Report['rows']) => rows.map(({ key, measures }) => [...Object.values(key), measures['net']]);

it('never adds up different currencies', async () => {
  expect(figures((await report('sales')).totals)).toEqual([
    ['EUR', '23.5002'],
    ['USD', '100.00'],
  ]);
});

it('takes won deals for granted, unless it is asked about the outcome', async () => {
  expect(await report('sales')).toMatchObject({ where: { outcome: ['won'] } });
  expect(figures((await report('sales?outcome=lost')).totals)).toEqual([['EUR', '11.7501']]);
  expect(figures((await report('sales?by=outcome')).rows)).toEqual([
    ['lost', 'EUR', '11.7501'],
    ['won', 'EUR', '23.5002'],
    ['won', 'USD', '100.00'],
  ]);
});

it('groups by several dimensions, in their order', async () => {
  expect(figures((await report('sales?by=year,country&by=quarter')).rows)).toEqual([
    [1996, 'Germany', '1996-Q4', 'EUR', '11.7501'],
    [1997, null, '1997-Q2', 'USD', '100.00'],
    [1997, 'Germany', '1997-Q1', 'EUR', '11.7501'],
  ]);
});

it.each([
  ['year=1997', ['EUR', '11.7501'], ['USD', '100.00']],
  ['year=1996&year=1997&currency=EUR', ['EUR', '23.5002']],
  ['country=', ['USD', '100.00']],
  ['product=Chang', ['EUR', '2.50']],
  ['from=1997-01-01', ['EUR', '11.7501'], ['USD', '100.00']],
  ['to=1997-01-01T01:00:00%2B01:00', ['EUR', '11.7501']],
  ['customer=u-2'],
])('filters by %s', async (query, ...expected) => {
  expect(figures((await report(`sales?${query}`)).totals)).toEqual(expected);
});

it('counts a deal once, however many of its lines are in a group', async () => {
  const deals = async (query: string) => {
    const { rows, totals } = await report(`sales?currency=EUR&${query}`);
    return [...rows, ...totals].map(({ measures }) => measures['deals']);
  };
  expect(await deals('by=product')).toEqual([2, 2, 2]);
  expect(await deals('by=category')).toEqual([2, 2]);
  expect(await deals('product=Chai&product=Chang&by=year')).toEqual([1, 1, 2]);
  expect(await deals('by=customer')).toEqual([2, 2]);
});

it('ranks by a measure, and says how many rows it leaves out', async () => {
  const { rows, left } = await report('sales?by=product&sort=-net&limit=1');
  expect(rows).toMatchObject([{ key: { product: null, currency: 'USD' } }]);
  expect(left).toBe(2);
  expect((await report('sales?by=product&sort=net')).rows.map(({ key }) => key['product'])).toEqual([
    'Chang',
    'Chai',
    null,
  ]);
});

it('names owners as they were called last', async () => {
  expect((await report('sales?by=owner')).rows).toMatchObject([{ labels: {} }, { labels: { owner: 'Nancy Fuller' } }]);
});

it('measures complaints, and averages only what was resolved or rated', async () => {
  const { totals, rows } = await report('complaints?by=severity');
  expect(totals[0]).toMatchObject({
    key: {},
    measures: { complaints: 4, resolved: 2, onTimeShare: 0.5, rated: 2, satisfaction: 7, averageSatisfaction: 3.5 },
  });
  expect(rows.find(({ key }) => key['severity'] === 'high')?.measures).toMatchObject({
    ...{ complaints: 1, resolved: 0, onTimeShare: null, averageResolutionMinutes: null, averageSatisfaction: null },
  });
  expect((await report('complaints?onTime=false')).totals).toMatchObject([{ measures: { complaints: 1 } }]);
});
