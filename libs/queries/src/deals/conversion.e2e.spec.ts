import { DealAdvanced, DealClosed, DealOpened, type Step } from '@annals/contracts-deals';
import { openDesk, type Told } from '../../test/desk.js';
import { customer } from '../../test/staff.js';
import type { StepConversions } from '../index.js';

const terms = { title: 'Tea', lines: [], country: null, expectedCloseDate: null, attributes: {} };
const value = { amount: '100.00', currency: 'EUR' };

const on = (day: number, event: Told): Told => ({
  ...event,
  occurredAt: `2025-03-${`${day}`.padStart(2, '0')}T00:00:00.000Z`,
});
const open = (dealId: string, region: string) => {
  const about = { dealId, customerId: 'u-1', owner: { id: 'nancy' }, region };
  return on(1, DealOpened.event({ ...terms, ...about, value, step: 'need-found' }));
};
const advance = (dealId: string, day: number, from: Step, to: Step) =>
  on(day, DealAdvanced.event({ dealId, customerId: 'u-1', from, to, reason: null }));
const close = (dealId: string, day: number, outcome: 'won' | 'lost', step: Step) => {
  const closing = { outcome, step, reason: 'price', competitor: null } as const;
  return on(
    day,
    DealClosed.event({ ...terms, dealId, customerId: 'u-1', owner: null, region: null, value, ...closing }),
  );
};

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    customer('u-1', 'Alfreds'),
    ...['d-1', 'd-2', 'd-3', 'd-4'].map((id) => open(id, id === 'd-4' ? 'west' : 'east')),
    advance('d-1', 3, 'need-found', 'intent'),
    advance('d-2', 5, 'need-found', 'intent'),
    close('d-1', 9, 'won', 'intent'),
    close('d-3', 11, 'lost', 'need-found'),
  );
});
afterAll(() => desk.close());

const conversion = async (query = '') => (await desk.get<StepConversions>(`/v1/deals/conversion${query}`)).body;
const stepIn = ({ steps }: StepConversions, step: Step) => steps.find((each) => each.step === step)!;

it('says how many deals went on, how many were won, and how long they stayed, with the probability of the forecast', async () => {
  const answer = await conversion();
  expect(answer).toMatchObject({ asOf: null, axis: null });
  expect(stepIn(answer, 'need-found')).toEqual({
    ...{ step: 'need-found', deals: 4, open: 2, won: 1, lost: 1, passed: 2 },
    // Two went on and one was lost there; of those who left, after 2, 4 and 10 days.
    ...{ conversionRate: 0.6667, winRate: 0.5, probability: 0.1, averageDays: 5.33 },
  });
  expect(stepIn(answer, 'intent')).toEqual({
    ...{ step: 'intent', deals: 2, open: 1, won: 1, lost: 0, passed: 1 },
    ...{ conversionRate: 1, winRate: 1, probability: 0.4, averageDays: 6 },
  });
  expect(stepIn(answer, 'negotiation')).toMatchObject({
    ...{ deals: 0, conversionRate: null, winRate: null, averageDays: null },
  });
});

it('answers for some of the deals', async () => {
  expect(stepIn(await conversion('?region=west'), 'need-found')).toMatchObject({ deals: 1, passed: 0 });
  expect(stepIn(await conversion('?owner=nancy&customer=u-1'), 'need-found')).toMatchObject({ deals: 4 });
  expect(stepIn(await conversion('?customer=u-2'), 'need-found')).toMatchObject({ deals: 0 });
});

it('answers as of a day by what had occurred, or by what was known', async () => {
  const then = await conversion('?asOf=2025-03-04&axis=occurred&customer=u-1');
  expect(then).toMatchObject({ asOf: '2025-03-04', axis: 'occurred' });
  expect(stepIn(then, 'need-found')).toMatchObject({ deals: 4, open: 4, passed: 1, averageDays: 2, winRate: null });
  expect(stepIn(await conversion('?asOf=2025-03-04'), 'need-found')).toMatchObject({ deals: 0 });
});

it.each([
  ['asOf=yesterday', 'MomentInvalid'],
  ['axis=sideways', 'ValidationFailed'],
  ['colour=red', 'ValidationFailed'],
])('refuses %s', async (query, code) =>
  expect(await desk.get(`/v1/deals/conversion?${query}`)).toMatchObject({ status: 400, body: { code } }),
);
