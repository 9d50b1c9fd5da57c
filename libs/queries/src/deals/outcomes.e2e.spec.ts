import { DealChanged, DealClosed, DealEstimated, DealOpened, DealWithdrawn } from '@annals/contracts-deals';
import { openDesk, type Told } from '../../test/desk.js';
import { customer } from '../../test/staff.js';
import type { ForecastOutcomes } from '../index.js';

const terms = { title: 'Tea', lines: [], owner: null, country: null, region: null, attributes: {} };
const euro = (amount: string) => ({ amount, currency: 'EUR' });

const on = (day: string, event: Told): Told => ({ ...event, occurredAt: `${day}T00:00:00.000Z` });
const open = (dealId: string, amount: string, expectedCloseDate: string) => {
  const about = { dealId, customerId: 'u-1', value: euro(amount), expectedCloseDate, step: 'negotiation' } as const;
  return on('2025-01-10', DealOpened.event({ ...terms, ...about }));
};
const close = (dealId: string, amount: string, outcome: 'won' | 'lost', day: string) => {
  const closing = { outcome, step: 'negotiation', reason: 'price', competitor: null } as const;
  const about = { dealId, customerId: 'u-1', value: euro(amount), expectedCloseDate: null };
  return on(day, DealClosed.event({ ...terms, ...about, ...closing }));
};
const estimate = (day: string, probability: number | null) =>
  on(day, DealEstimated.event({ dealId: 'd-5', customerId: 'u-1', probability, reason: 'The buyer said so.' }));
const grown = { before: { value: euro('40') }, after: { value: euro('45') }, reason: null };

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    customer('u-1', 'Alfreds'),
    ...[open('d-1', '100', '2025-03-31'), open('d-2', '50', '2025-02-28'), open('d-3', '40', '2025-03-01')],
    ...[open('d-4', '30', '2025-03-02'), open('d-5', '1000', '2025-06-30')],
    close('d-1', '90', 'won', '2025-03-20'),
    close('d-2', '50', 'lost', '2025-03-05'),
    on('2025-03-06', DealChanged.event({ dealId: 'd-3', customerId: 'u-1', ...grown })),
    ...[estimate('2025-04-01', null), estimate('2025-02-01', 80)],
    on('2025-03-07', DealWithdrawn.event({ dealId: 'd-4', customerId: 'u-1', lines: 0 })),
  );
});
afterAll(() => desk.close());

const outcomes = async (query: string) =>
  (await desk.get<ForecastOutcomes>(`/v1/deals/forecast-outcomes?${query}`)).body;

it('says what was forecast on a day for a quarter, and what became of each deal', async () => {
  const { totals, deals, ...asked } = await outcomes('asOf=2025-03-01&expectedQuarter=2025-Q1');
  expect(asked).toEqual({ asOf: '2025-03-01', axis: 'occurred', left: 0 });
  expect(totals).toMatchObject([
    {
      ...{ currency: 'EUR', deals: 4, openValue: '220.00', weightedValue: '132.00' },
      ...{ won: { deals: 1, value: '90.00' }, lost: { deals: 1, value: '50.00' } },
      ...{ open: { deals: 1, value: '45.00' }, gone: { deals: 1, value: '30.00' } },
    },
  ]);
  expect(deals).toEqual([
    { dealId: 'd-1', value: euro('100.00'), weightedValue: '60.00', status: 'won', valueNow: '90.00' },
    { dealId: 'd-2', value: euro('50.00'), weightedValue: '30.00', status: 'lost', valueNow: '50.00' },
    { dealId: 'd-3', value: euro('40.00'), weightedValue: '24.00', status: 'open', valueNow: '45.00' },
    { dealId: 'd-4', value: euro('30.00'), weightedValue: '18.00', status: null, valueNow: null },
  ]);
});

it('says so of a later day, of a month, and of what was known', async () => {
  expect((await outcomes('asOf=2025-03-10')).deals.map(({ dealId }) => dealId)).toEqual(['d-5', 'd-1', 'd-3']);
  expect((await outcomes('asOf=2025-03-01&expectedMonth=2025-06&customer=u-1')).deals).toHaveLength(1);
  expect(await outcomes('asOf=2025-03-01&axis=recorded')).toMatchObject({ totals: [], deals: [] });
});

it('weights a deal by what was said of its probability on that day, in whatever order it was recorded', async () => {
  const weighted = async (day: string) =>
    (await outcomes(`asOf=${day}&expectedMonth=2025-06`)).totals.map(({ weightedValue }) => weightedValue);
  expect(await weighted('2025-01-20')).toEqual(['600.00']);
  expect(await weighted('2025-03-01')).toEqual(['800.00']);
  expect(await weighted('2025-05-01')).toEqual(['600.00']);
  expect((await desk.get('/v1/deals/d-5')).body).toMatchObject({ estimate: null });
});

it.each(['', 'asOf=2025-03-01&expectedMonth=2025-13', 'asOf=2025-03-01&axis=sideways'])('refuses %s', async (query) =>
  expect(await desk.get(`/v1/deals/forecast-outcomes?${query}`)).toMatchObject({
    ...{ status: 400, body: { code: 'ValidationFailed' } },
  }),
);
