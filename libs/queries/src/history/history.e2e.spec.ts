import { ComplaintAssigned, ComplaintEscalated } from '@annals/contracts-complaints';
import { ContactMade } from '@annals/contracts-contacts';
import { CustomerDataChanged, CustomerRegistered, NeedRecorded, OwnerAssigned } from '@annals/contracts-customers';
import { DealAdvanced, DealChanged } from '@annals/contracts-deals';
import { ORGANISATION, UserDeactivated } from '@annals/contracts-organisation';
import type { Event } from '@annals/event-sourcing';
import { openDesk } from '../../test/desk.js';
import type { HistoryPage } from '../index.js';

const customerId = 'u-1';
const of = (customerId: string, event: Event, occurredAt: string, parts: object = {}) => ({
  ...{ ...event, occurredAt, subject: customerId },
  ...parts,
});
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'person', name: 'Li Na', roles: ['prospect'] },
});
const changes = [{ field: 'phone', before: null, after: '555' }];
const why = { reason: 'called', source: null, effectiveDate: '2021-01-01' };
const deal = { dealId: 'd-1', customerId };
const complaint = { complaintId: 'c-1', customerId };
const contact = ContactMade.event({
  ...{ contactId: 't-1', customerId: 'u-2', channel: 'phone', direction: 'inbound', purpose: 'service', summary: '' },
  ...{ outcome: 'reached', response: 'none', contactedAt: '2022-01-01T00:00:00.000Z', contactedBy: { id: 'nancy' } },
});
const need = NeedRecorded.event({ customerId, needId: 'n-1', description: 'A pump', duration: 'lasting' });

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    of('u-1', registered, '2021-01-01T00:00:00.000Z', { actor: 'ann', source: 'import', reason: 'old file' }),
    of('u-2', contact, '2021-01-02T00:00:00.000Z'),
    of('u-1', CustomerDataChanged.event({ customerId, changes, ...why }), '2021-01-03T00:00:00.000Z'),
    of('u-1', OwnerAssigned.event({ customerId, owner: { id: 'nancy' }, previous: null }), '2021-01-04T00:00:00.000Z'),
    of('u-1', DealAdvanced.event({ ...deal, from: 'intent', to: 'trading', reason: null }), '2021-01-05T00:00:00.000Z'),
    of(
      'u-1',
      DealChanged.event({ ...deal, before: { title: 'A' }, after: { title: 'B' }, reason: null }),
      '2021-01-06T00:00:00.000Z',
    ),
    of(
      'u-1',
      ComplaintAssigned.event({ ...complaint, assignee: { id: 'bob' }, previous: { id: 'nancy' } }),
      '2021-01-07T00:00:00.000Z',
    ),
    of('u-1', ComplaintEscalated.event({ ...complaint, from: 1, to: 2, reason: 'late' }), '2021-01-08T00:00:00.000Z'),
    of('u-1', need, '2020-06-01T00:00:00.000Z'),
  );
});
afterAll(() => desk.close());

const get = async (query = '') => (await desk.get<HistoryPage>(`/v1/customers/u-1/history${query}`)).body;
const positions = async (query: string) => (await get(query)).items.map(({ position }) => position);

it('tells who did what, when it happened and was recorded, why, through which app, caused by what', async () => {
  const { items } = await get();
  expect(items[0]).toEqual({
    ...{ position: 1, id: 'event-0', type: 'CustomerRegistered', stream: 'test', revision: 0 },
    ...{ actor: 'ann', source: 'import', reason: 'old file', occurredAt: '2021-01-01T00:00:00.000Z' },
    recordedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
    ...{ commandId: 'command', correlationId: 'command', causationId: 'command' },
    ...{ changes: [], data: registered.data, decidedOn: [] },
  });
  expect(items[1]).toMatchObject({ reason: 'called' });
  expect(items.at(-1)).toMatchObject({ reason: null });
});

it('shows what was before and after', async () => {
  const { items } = await get();
  expect(items.map((entry) => entry.changes)).toEqual([
    [],
    changes,
    [{ field: 'owner', before: null, after: { id: 'nancy' } }],
    [{ field: 'step', before: 'intent', after: 'trading' }],
    [{ field: 'title', before: 'A', after: 'B' }],
    [{ field: 'assignee', before: { id: 'nancy' }, after: { id: 'bob' } }],
    [{ field: 'tier', before: 1, after: 2 }],
    [],
  ]);
});

it.each([
  ['', [1, 3, 4, 5, 6, 7, 8, 9]],
  ['?order=desc', [9, 8, 7, 6, 5, 4, 3, 1]],
  ['?type=OwnerAssigned&type=DealChanged', [4, 6]],
  ['?actor=ann', [1]],
  ['?from=2021-01-04&to=2021-01-06', [4, 5]],
  ['?asOf=4', [1, 3, 4]],
  ['?asOf=2021-01-03&axis=occurred', [1, 3, 9]],
  ['?asOf=2021-01-03', []],
  ['?asOf=2999-01-01&type=NeedRecorded', [9]],
])('holds, by %s, the events of this customer alone', async (query, expected) => {
  expect(await positions(query)).toEqual(expected);
});

it('comes in pages', async () => {
  const first = await get('?limit=5&order=desc');
  const second = await get(`?limit=5&order=desc&cursor=${first.next}`);
  expect([...first.items, ...second.items].map(({ position }) => position)).toEqual([9, 8, 7, 6, 5, 4, 3, 1]);
  expect(second.next).toBeNull();
});

it('says so when nobody has heard of the customer', async () => {
  expect(await desk.get('/v1/customers/u-9/history')).toMatchObject({
    status: 404,
    body: { code: 'CustomerNotFound' },
  });
});

it.each(['?type=Unheard', '?order=up', '?axis=real', '?limit=1001'])('refuses %s', async (query) => {
  const url = `/v1/customers/u-1/history${query}`;
  expect(await desk.get(url)).toMatchObject({ status: 400, body: { code: 'ValidationFailed' } });
});

it.each(['from', 'to', 'asOf'])('refuses a moment in %s that is none', async (field) => {
  for (const text of ['soon', '2026-W05', '2026-01-01T10Z', '2026-032']) {
    const url = `/v1/customers/u-1/history?${field}=${text}`;
    expect(await desk.get(url)).toMatchObject({ status: 400, body: { code: 'MomentInvalid', details: { field } } });
  }
});

it.each(['@organisation', '%40organisation', 'organisation', '@anything', 'user-ann', 'customer-u-1', 'identifier-1'])(
  'is no way to what is not about a customer: %s',
  async (name) => {
    const event = UserDeactivated.event({ userId: 'ann', reason: 'left' });
    await desk.record(of(ORGANISATION, event, '2022-01-01T00:00:00.000Z'));
    for (const path of ['/history', '', '?asOf=9999', '/lifecycle', '/access']) {
      const { status, body } = await desk.get(`/v1/customers/${name}${path}`);
      expect([path, status, body]).toMatchObject([path, 404, { code: 'CustomerNotFound' }]);
    }
  },
);
