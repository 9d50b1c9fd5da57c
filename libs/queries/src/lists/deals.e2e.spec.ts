import { CustomerRegistered } from '@annals/contracts-customers';
import { DealAdvanced, DealClosed, DealOpened, STEPS, type Step } from '@annals/contracts-deals';
import { openDesk } from '../../test/desk.js';
import type { DealPage, NamedDeal } from '../../test/pages.js';
import type { PipelineSummary } from '../index.js';

const terms = { title: 'Tea', lines: [], region: null, attributes: {} };
const euro = (amount: string) => ({ amount, currency: 'EUR' });

const deals = {
  'd-1': { customerId: 'ALFKI', value: euro('100.10'), country: 'Germany', owner: { id: 'nancy' }, month: '01' },
  'd-2': { customerId: 'ALFKI', value: euro('9.2'), country: 'Germany', owner: { id: 'andrew' }, month: '02' },
  'd-3': { customerId: 'VINET', value: euro('1000'), country: 'France', owner: { id: 'nancy' }, month: '03' },
  'd-4': { customerId: 'XY', value: { amount: '7', currency: 'USD' }, country: null, owner: null, month: '04' },
};

const open = ([dealId, { month, ...deal }]: [string, (typeof deals)[keyof typeof deals]]) => ({
  ...DealOpened.event({ ...terms, ...deal, dealId, expectedCloseDate: `2026-${month}-28`, step: 'need-found' }),
  occurredAt: `2025-${month}-01T00:00:00.000Z`,
});
const advance = (dealId: string, customerId: string, to: Step) =>
  DealAdvanced.event({ dealId, customerId, from: 'need-found', to, reason: null });

const alfki = CustomerRegistered.event({
  customerId: 'ALFKI',
  profile: { kind: 'organisation', name: 'Alfreds Futterkiste', roles: ['end-customer'] },
});
const won = DealClosed.event({
  ...{ ...terms, ...deals['d-3'], dealId: 'd-3', expectedCloseDate: '2026-03-28', step: 'negotiation' },
  ...{ outcome: 'won', reason: 'price', competitor: null },
});

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(alfki, ...Object.entries(deals).map(open), advance('d-2', 'ALFKI', 'intent'), won);
});
afterAll(() => desk.close());

const found = async (query: string) => {
  const { body } = await desk.get<DealPage>(`/v1/deals${query}`);
  return body.items.map(({ dealId }) => dealId);
};

it.each([
  ['', ['d-4', 'd-3', 'd-2', 'd-1']],
  ['?sort=openedAt', ['d-1', 'd-2', 'd-3', 'd-4']],
  ['?sort=-value', ['d-3', 'd-1', 'd-2', 'd-4']],
  ['?sort=expectedCloseDate', ['d-1', 'd-2', 'd-3', 'd-4']],
  ['?status=won', ['d-3']],
  ['?status=won&status=open&country=Germany', ['d-2', 'd-1']],
  ['?step=intent', ['d-2']],
  ['?owner=nancy&owner=andrew', ['d-3', 'd-2', 'd-1']],
  ['?customer=ALFKI&owner=nancy', ['d-1']],
  ['?region=Bayern', []],
])('lists deals by %s', async (query, expected) => {
  expect(await found(query)).toEqual(expected);
});

it('goes on from page to page, and says where it ends', async () => {
  const first = await desk.get<DealPage>('/v1/deals?limit=3');
  const second = await desk.get<DealPage>(`/v1/deals?limit=3&cursor=${first.body.next}`);
  expect(second.body).toMatchObject({ items: [{ dealId: 'd-1' }], next: null });
});

it('names the customer of a deal where it is known', async () => {
  const { body } = await desk.get<DealPage>('/v1/deals?sort=openedAt');
  expect(body.items.map(({ customerName }) => customerName)).toEqual([
    ...Array<string>(2).fill('Alfreds Futterkiste'),
    null,
    null,
  ]);
});

it('shows one deal with all its terms', async () => {
  const { body } = await desk.get<NamedDeal>('/v1/deals/d-2');
  expect(body).toMatchObject({
    ...{ dealId: 'd-2', customerName: 'Alfreds Futterkiste', status: 'open', step: 'intent' },
    value: { amount: '9.2', currency: 'EUR' },
    lastChange: { type: 'DealAdvanced' },
  });
});

it('says so when there is no such deal', async () => {
  expect(await desk.get('/v1/deals/d-9')).toMatchObject({ status: 404, body: { code: 'DealNotFound' } });
});

it.each(['?status=lost-ish', '?step=9', '?sort=title', '?limit=0', '?limit=1001', '?colour=red'])(
  'refuses %s',
  async (query) => {
    expect(await desk.get(`/v1/deals${query}`)).toMatchObject({ status: 400, body: { code: 'ValidationFailed' } });
  },
);

it('tells how many deals are in each step and what they are worth, and lists those behind each figure', async () => {
  const { body } = await desk.get<PipelineSummary>('/v1/deals/pipeline');
  expect(body.steps.map(({ step }) => step)).toEqual(STEPS);
  expect(body.steps[0]).toMatchObject({
    deals: 2,
    value: [euro('100.10'), { amount: '7.00', currency: 'USD' }],
  });
  expect(body.steps[2]).toMatchObject({ deals: 1, value: [euro('9.20')] });
  expect(body.total).toMatchObject({ deals: 3, value: [euro('109.30'), { amount: '7.00', currency: 'USD' }] });

  for (const { deals, records } of [...body.steps, body.total]) {
    expect((await desk.get<DealPage>(records)).body.items).toHaveLength(deals);
  }
});

it('says after how many days at a step an open deal counts as stalled', async () => {
  const { body } = await desk.get<PipelineSummary>('/v1/deals/pipeline');
  expect(new Set(body.steps.map(({ stalledAfterDays }) => stalledAfterDays))).toEqual(new Set([30]));
  const given = STEPS.map((step, index) => `${step}=${index + 1}`).join(',');
  const other = await openDesk(undefined, { DAYS_UNTIL_STALLED: given });
  const { body: changed } = await other.get<PipelineSummary>('/v1/deals/pipeline');
  await other.close();
  expect(changed.steps.map(({ stalledAfterDays }) => stalledAfterDays)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

it('counts deals of any status by the step at which they are, if that is asked for', async () => {
  const won = await desk.get<PipelineSummary>('/v1/deals/pipeline?status=won');
  const all = await desk.get<DealPage>('/v1/deals?status=won');
  expect(won.body.total.deals).toBe(all.body.items.length);
  for (const { deals, records, step } of won.body.steps) {
    const { items } = (await desk.get<DealPage>(records)).body;
    expect(items.map((deal) => [deal.status, deal.step])).toEqual(Array.from({ length: deals }, () => ['won', step]));
  }
  const both = await desk.get<PipelineSummary>('/v1/deals/pipeline?status=open&status=won');
  expect(both.body.total.deals).toBe(won.body.total.deals + 3);
  expect((await desk.get(`/v1/deals/pipeline?status=lost-ish`)).status).toBe(400);
});

it('keeps the scope of a pipeline in its links', async () => {
  const { body } = await desk.get<PipelineSummary>('/v1/deals/pipeline?customer=XY&customer=ALFKI');
  expect(body.total.deals).toBe(3);
  expect((await desk.get<DealPage>(body.total.records)).body.items).toHaveLength(3);
  expect((await desk.get<DealPage>(body.steps[2]!.records)).body.items).toMatchObject([{ dealId: 'd-2' }]);
});
