import { ContactMade } from '@annals/contracts-contacts';
import { ConsentWithdrawn, CustomerDataChanged, CustomerRegistered } from '@annals/contracts-customers';
import type { Event } from '@annals/event-sourcing';
import { openDesk, type Told } from '../../test/desk.js';
import type { CustomerDiff, CustomerReplay, CustomerView, HistoryPage } from '../index.js';

const customerId = 'u-1';
const at = (event: Event, occurredAt: string): Told => ({ ...event, subject: customerId, occurredAt }) as Told;
const changed = (field: string, before: string, after: string) =>
  CustomerDataChanged.event({
    customerId,
    changes: [{ field, before, after }],
    ...{ reason: 'moved', source: null, effectiveDate: '2021-01-01' },
  });
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'organisation', name: 'Alfreds Futterkiste', roles: ['end-customer'], phone: '1', email: 'a@a.de' },
});
const contact = ContactMade.event({
  ...{ contactId: 't-1', customerId, channel: 'phone', direction: 'inbound', purpose: 'service', summary: 'Hello' },
  ...{ outcome: 'reached', response: 'none', contactedAt: '2022-01-03T00:00:00Z', contactedBy: { id: 'e-5' } },
});

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    at(registered, '2020-01-01T00:00:00.000Z'),
    at(changed('phone', '1', '2'), '2021-01-01T00:00:00.000Z'),
    at(changed('email', 'a@a.de', 'b@a.de'), '2021-02-01T00:00:00.000Z'),
    at(changed('email', 'b@a.de', 'a@a.de'), '2021-03-01T00:00:00.000Z'),
    at(contact, '2022-01-03T00:00:00.000Z'),
    at(changed('phone', '2', '3'), '2022-02-01T00:00:00.000Z'),
  );
});
afterAll(() => desk.close());

describe('the difference between two moments', () => {
  const between = (query: string) => desk.get<CustomerDiff>(`/v1/customers/${customerId}/diff?${query}`);
  const phoneIn = ({ changes }: CustomerDiff) => changes.find(({ field }) => field === 'profile.phone');

  it.each([
    ['positions', 'from=1&to=6'],
    ['times of recording', `from=1&to=2999-01-01`],
    ['times of occurrence', 'from=2020-06-01&to=2022-06-01&axis=occurred'],
    ['a moment and now', 'from=1'],
  ])('of the page names each field with the events behind it: %s', async (_, query) => {
    const { body } = await between(query);
    expect(phoneIn(body)).toEqual({ field: 'profile.phone', before: '1', after: '3', positions: [2, 6] });
    expect(body.changes.map(({ field }) => field)).not.toContain('profile.email');
    expect(body.events.map(({ position }) => position)).toEqual(expect.arrayContaining([2, 5, 6]));
  });

  it('leaves out what was changed and changed back, and its events', async () => {
    const { body } = await between('from=2&to=4');
    expect(body).toMatchObject({ changes: [], events: [] });
  });

  it('begins with nothing before the customer was recorded', async () => {
    const { body } = await between('from=0&to=1');
    expect(body.changes.find(({ field }) => field === 'profile')).toMatchObject({ before: null, positions: [1] });
  });

  it.each([
    ['a second moment before the first', 'from=6&to=1', 'PeriodInvalid'],
    ['a later day before an earlier one', 'from=2022-01-01&to=2021-01-01', 'PeriodInvalid'],
    ['a position in the order of occurrence', 'from=1&to=2022-01-01&axis=occurred', 'MomentInvalid'],
    ['what is no time', 'from=yesterday', 'MomentInvalid'],
    ['no moment', 'to=1', 'ValidationFailed'],
  ])('refuses %s', async (_, query, code) => {
    expect(await between(query)).toMatchObject({ status: 400, body: { code } });
  });

  it('is not there before the customer was recorded, or for one who is not known', async () => {
    expect(await between('from=0&to=0')).toMatchObject({ status: 404, body: { code: 'CustomerNotYetRecorded' } });
    expect((await desk.get('/v1/customers/u-9/diff?from=0')).status).toBe(404);
  });
});

describe('a replay', () => {
  const replay = async (query: string) =>
    (await desk.get<CustomerReplay>(`/v1/customers/${customerId}/replay?${query}`)).body;

  it('shows after each event the page as of its position, and what the event changed', async () => {
    const { items, total, next } = await replay('');
    expect([total, next]).toEqual([6, null]);
    for (const { event, page } of items) {
      const { body } = await desk.get<CustomerView>(`/v1/customers/${customerId}?asOf=${event.position}`);
      const { events, ...others } = body;
      expect(events[0]).toBeDefined();
      expect(page).toEqual(others);
    }
    expect(items[1]!.changes).toContainEqual({ field: 'profile.phone', before: '1', after: '2' });
  });

  it.each([
    ['forward', 'asc', [1, 2, 3, 4, 5, 6]],
    ['back', 'desc', [6, 5, 4, 3, 2, 1]],
  ])('goes %s page by page, to the same steps', async (_, order, steps) => {
    const whole = new Map((await replay('')).items.map((item) => [item.step, item]));
    const passed: number[] = [];
    let step: number | null | undefined;
    do {
      const query: string = `order=${order}&limit=4${step ? `&step=${step}` : ''}`;
      const { items, next } = await replay(query);
      for (const item of items) expect(item).toEqual(whole.get(item.step));
      passed.push(...items.map((item) => item.step));
      step = next;
    } while (step);
    expect(passed).toEqual(steps);
  });

  it.each(['step=7', 'step=1000000000', 'step=9007199254740991'])('is empty behind the end: %s', async (query) => {
    expect(await replay(query)).toMatchObject({ total: 6, items: [], next: null });
  });
});

it('says in replay and history on what an event was decided, races included, and nothing of other customers', async () => {
  const about = (event: Event) => ({ ...event, subject: 'u-2' }) as Told;
  const decidedOn = (contactId: string, revisions: object) =>
    about({ ...contact, data: { ...contact.data, contactId }, decidedOn: revisions } as Event);
  const u2 = CustomerRegistered.event({
    customerId: 'u-2',
    profile: { kind: 'person', name: 'Li Na', roles: ['prospect'] },
  });
  const consent = { customerId: 'u-2', channel: 'phone', purpose: 'marketing' } as const;
  const withdrawn = about(ConsentWithdrawn.event(consent));
  const ofOthers = { 'customer-u-1': 0, 'user-e-5': 3 };
  await desk.record(about(u2), withdrawn, decidedOn('t-2', { test: 6, ...ofOthers }), decidedOn('t-3', { test: 8 }));
  const { items } = (await desk.get<CustomerReplay>('/v1/customers/u-2/replay')).body;
  const seen = (type: string, position: number) => ({ type, position, occurredAt: expect.any(String) as string });
  const race = { overtakenBy: 8, unseen: seen('ConsentWithdrawn', 8) };
  const expected = [
    [],
    [],
    [{ stream: 'test', revision: 6, seen: seen('CustomerRegistered', 7), ...race }],
    [{ stream: 'test', revision: 8, seen: seen('ContactMade', 9), overtakenBy: null, unseen: null }],
  ];
  expect(items.map((item) => item.decidedOn)).toEqual(expected);
  expect(items.map(({ event }) => event.decidedOn)).toEqual(expected);
  const history = (await desk.get<HistoryPage>('/v1/customers/u-2/history')).body.items;
  expect(history).toEqual(items.map(({ event }) => event));
});
