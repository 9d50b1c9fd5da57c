import type { Report } from '@annals/reading';
import { openDesk } from '../../test/desk.js';
import { customer, deal, won } from '../../test/staff.js';
import type { DealPage } from '../../test/pages.js';
import type { CustomerView, PipelineSummary } from '../index.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const record = (kind: typeof deal, amounts: readonly string[]) =>
  desk.record(...amounts.flatMap((amount, index) => kind(`d-${index}`, 'ALFKI', null, amount)));
const openValue = async () => (await desk.get<PipelineSummary>('/v1/deals/pipeline')).body.total.value;
const onPage = async () => (await desk.get<CustomerView>('/v1/customers/ALFKI')).body.deals!;
const soldBy = async (query: string) => (await desk.get<Report>(`/v1/reports/sales${query}`)).body;

it.each([
  [['999999999999999', '1'], '1000000000000000.00'],
  [['999999999999999.99999999', '999999999999999.99999999'], '1999999999999999.99999998'],
  [['90071992547409.93'], '90071992547409.93'],
  [['999999999999999.99'], '999999999999999.99'],
  [['0.00004', '0.00004', '0.00004', '0.00004', '0.00004'], '0.0002'],
  [['-999999999999999', '999999999999999', '0.01'], '0.01'],
])('adds up %j to %s in the pipeline, on the page, and in the report after they are won', async (amounts, total) => {
  await desk.record(customer('ALFKI', 'Alfreds'));
  await record(deal, amounts);
  expect(await openValue()).toEqual([{ amount: total, currency: 'EUR' }]);
  expect((await onPage()).open.values).toEqual({ EUR: total });
  await record(won, amounts);
  expect((await onPage()).won.values).toEqual({ EUR: total });
  const { rows, totals } = await soldBy('?by=year');
  for (const figure of [...rows, ...totals]) expect(figure.measures).toMatchObject({ net: total, gross: total });
});

it('ranks figures and lists by their exact size', async () => {
  const amounts = ['999999999999999.98', '999999999999999.99', '-1', '999999999999999.97'];
  await desk.record(...amounts.flatMap((amount, index) => deal(`d-${index}`, 'ALFKI', null, amount)));
  const { body } = await desk.get<DealPage>('/v1/deals?sort=-value');
  expect(body.items.map(({ value }) => value.amount)).toEqual([amounts[1], amounts[0], amounts[3], '-1']);
  await desk.record(...amounts.flatMap((amount, index) => won(`d-${index}`, `c-${index}`, null, amount)));
  const { rows } = await soldBy('?by=customer&sort=-net');
  expect(rows.map(({ key }) => key['customer'])).toEqual(['c-1', 'c-0', 'c-3', 'c-2']);
});
