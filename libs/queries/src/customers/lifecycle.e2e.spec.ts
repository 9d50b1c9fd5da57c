import { CustomerLost, CustomerRegistered, CustomerWonBack } from '@annals/contracts-customers';
import type { Event } from '@annals/event-sourcing';
import { openDesk } from '../../test/desk.js';
import type { LifecycleCounts, LifecycleOfCustomer } from '../index.js';

const on = (date: string, event: Event) => ({ ...event, occurredAt: `${date}T00:00:00.000Z` });
const register = (customerId: string, region: string, tenureMonths?: number) =>
  CustomerRegistered.event({
    customerId,
    profile: { kind: 'person', name: 'Li Na', roles: ['end-customer'], region, value: { tenureMonths } },
  });

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const counts = async (query = '') => (await desk.get<LifecycleCounts>(`/v1/lifecycle${query}`)).body;
const none = { initial: 0, developing: 0, mature: 0, declining: 0, lost: 0 };

it('counts nobody before there is anybody', async () => {
  expect(await counts()).toEqual({ now: none, months: [] });
});

describe('with customers', () => {
  beforeAll(() =>
    desk.record(
      on('2024-01-10', register('u-1', 'west')),
      on('2024-01-20', register('u-2', 'east', 3)),
      on('2024-04-01', CustomerLost.event({ customerId: 'u-1', reason: 'moved' })),
      on('2024-06-01', CustomerWonBack.event({ customerId: 'u-1', reason: 'offer' })),
    ),
  );

  it('counts them by state, now and at the end of every month', async () => {
    const { now, months } = await counts();
    const before = { ...none, initial: 1, developing: 1 };
    const between = { ...none, lost: 1, developing: 1 };
    expect(now).toEqual(before);
    expect(months).toEqual([
      ...['2024-01', '2024-02', '2024-03'].map((month) => ({ month, counts: before })),
      ...['2024-04', '2024-05'].map((month) => ({ month, counts: between })),
      { month: '2024-06', counts: before },
    ]);
  });

  it('knows at the beginning of a period what had been before', async () => {
    const { months } = await counts('?from=2024-05&to=2024-12&region=west');
    expect(months).toHaveLength(8);
    expect(months.at(0)).toEqual({ month: '2024-05', counts: { ...none, lost: 1 } });
    expect(months.at(-1)).toEqual({ month: '2024-12', counts: { ...none, initial: 1 } });
  });

  it('tells where a customer stands, and how it came there', async () => {
    const { body } = await desk.get<LifecycleOfCustomer>('/v1/customers/u-1/lifecycle');
    expect(body).toMatchObject({
      ...{ customerId: 'u-1', state: 'initial', from: 'lost', since: '2024-06-01T00:00:00.000Z', rule: 'known' },
      ...{
        dueAt: '2024-11-28T00:00:00.000Z',
        lastActivityAt: '2024-06-01T00:00:00.000Z',
        evidence: [{ type: 'CustomerWonBack', position: 4 }],
      },
      history: [{ to: 'initial' }, { to: 'lost', rule: 'customer-lost' }, { to: 'initial' }],
    });
    expect(body).not.toHaveProperty('months');
  });
});

it('says so when nobody has heard of the customer', async () => {
  expect(await desk.get('/v1/customers/u-9/lifecycle')).toMatchObject({
    status: 404,
    body: { code: 'CustomerNotFound' },
  });
});

it.each(['?from=2024', '?to=2024-13'])('refuses %s', async (query) => {
  expect(await desk.get(`/v1/lifecycle${query}`)).toMatchObject({ status: 400, body: { code: 'ValidationFailed' } });
});

it('refuses a period that ends before it begins', async () => {
  const details = { from: '2024-05', to: '2024-01' };
  const refused = { status: 400, body: { code: 'PeriodInvalid', details } };
  expect(await desk.get('/v1/lifecycle?from=2024-05&to=2024-01')).toMatchObject(refused);
});
