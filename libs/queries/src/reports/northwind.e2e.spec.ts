import { multiply } from '@annals/contracts-values';
import { openDesk } from '../../test/desk.js';
import { northwindCustomers, northwindDeals, northwindLines } from '../../test/northwind.js';
import type { Report } from '@annals/reading';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(...northwindCustomers, ...northwindDeals);
});
afterAll(() => desk.close());

const report = async (query: string) => (await desk.get<Report>(`/v1/reports/sales${query}`)).body;
const netBy = async (dimension: string) => {
  const { rows } = await report(`?by=${dimension}`);
  return new Map(rows.map(({ key, measures }) => [key[dimension], measures['net']]));
};

it('adds up what the company is known to have sold', async () => {
  expect((await report('')).totals).toMatchObject([
    { measures: { net: '1265793.0395', gross: '1354458.59', quantity: '51317.00', deals: 830 } },
  ]);
});

it('adds up what it is known to have sold in each year', async () => {
  expect(await netBy('year')).toEqual(
    new Map([
      [1996, '208083.97'],
      [1997, '617085.2035'],
      [1998, '440623.866'],
    ]),
  );
});

it.each(['year', 'month', 'country', 'category', 'product', 'owner', 'customer'] as const)(
  'gives by %s what the bare columns of the files add up to',
  async (dimension) => {
    const groups = Map.groupBy(northwindLines, (line) => line[dimension]);
    const net = (lines: typeof northwindLines) =>
      multiply(`${lines.reduce((total, line) => total + line.net, 0)}`, '0.0001');
    expect(await netBy(dimension)).toEqual(new Map([...groups].map(([value, lines]) => [value, net(lines)])));
  },
);

it('names customers and employees', async () => {
  expect((await report('?by=customer&sort=-net&limit=1')).rows).toMatchObject([
    { key: { customer: 'QUICK' }, labels: { customer: 'QUICK-Stop' } },
  ]);
  expect((await report('?by=owner&sort=-net&limit=1')).rows).toMatchObject([
    { key: { owner: '4' }, labels: { owner: 'Margaret Peacock' } },
  ]);
});

it('counts the orders of each category, not their lines', async () => {
  const { rows } = await report('?by=category&category=Beverages');
  const orders = northwindDeals.filter(
    ({ data }) => 'lines' in data && JSON.stringify(data.lines).includes('"Beverages"'),
  );
  expect(rows).toMatchObject([{ measures: { deals: orders.length } }]);
});
