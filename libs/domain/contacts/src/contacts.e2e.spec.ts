import { ContactPreferenceSet, CustomerRegistered, type CustomerProfile } from '@annals/contracts-customers';
import { NO_STREAM } from '@annals/event-sourcing';
import { newEvent } from '@annals/testing';
import { serveSlice } from '../../test/served-slice.js';
import { contacts } from './index.js';

const slice = serveSlice(contacts, '/v1/customers', { CONSENT_REQUIRED_FOR: 'survey' });
const profile: CustomerProfile = { kind: 'person', name: '李娜', roles: ['prospect'] };
const prefersPhone = { doNotContact: false, preferredChannel: 'phone' } as const;
beforeAll(async () => {
  await slice.begin('customer-u-1', CustomerRegistered.event({ customerId: 'u-1', profile }));
  const other = [
    CustomerRegistered.event({ customerId: 'u-3', profile }),
    ContactPreferenceSet.event({ customerId: 'u-3', preference: prefersPhone }),
  ];
  await slice.store.append(
    'customer-u-3',
    NO_STREAM,
    other.map((event) => ({ ...newEvent(`u-3 ${event.type}`), ...event })),
  );
});

const call = { channel: 'phone', direction: 'outbound', purpose: 'marketing', summary: '夏季增容', outcome: 'reached' };

const post = (payload: object, customerId = 'u-1') => slice.post(`/${customerId}/contacts`, payload);
const lastContact = async () => (await slice.store.read('contacts-u-1')).at(-1);

it('records a contact with a generated id, made by the actor', async () => {
  const { status, body } = await post(call);
  expect(status).toBe(201);
  expect(await lastContact()).toMatchObject({
    subject: 'u-1',
    data: { ...call, contactId: body.id, customerId: 'u-1', response: 'none', contactedBy: { id: 'anonymous' } },
  });
});

it('records who made it, and when, as given by the caller', async () => {
  const contactedBy = { id: 'employee-4', name: 'Margaret Peacock' };
  await post({ ...call, contactedBy, occurredAt: '1997-08-25T10:00:00+08:00', durationSeconds: 640, person: '王伟' });
  expect(await lastContact()).toMatchObject({
    occurredAt: '1997-08-25T02:00:00.000Z',
    data: { contactedBy, contactedAt: '1997-08-25T02:00:00.000Z', durationSeconds: 640, person: '王伟' },
  });
});

it('tells in the receipt of an SMS that the customer prefers the phone, and tells it again', async () => {
  const sms = { ...call, channel: 'sms', purpose: 'sales' };
  const warnings = [{ code: 'OtherChannelPreferred', detail: expect.stringContaining('“Phone”') as string }];
  for (const status of [201, 201])
    expect(await slice.post('/u-3/contacts', sms, { 'idempotency-key': 'sms-1' })).toMatchObject({
      ...{ status, body: { warnings } },
    });
  const chinese = await slice.post('/u-3/contacts', sms, { 'accept-language': 'zh' });
  expect(chinese.body).toMatchObject({ warnings: [{ detail: expect.stringContaining('“电话”') as string }] });
  expect((await slice.post('/u-3/contacts', { ...sms, channel: 'phone' })).body).not.toHaveProperty('warnings');
});

it('tells that a contact is recorded as a breach', async () =>
  expect(await post({ ...call, purpose: 'survey', made: true })).toMatchObject({
    ...{ status: 201, body: { warnings: [{ code: 'ContactRecordedAsBreach' }] } },
  }));

it('requires consent as configured', async () => {
  expect(await post({ ...call, purpose: 'survey' })).toMatchObject({
    status: 409,
    body: { code: 'ConsentMissing', details: { channel: 'phone', purpose: 'survey' } },
  });
});

it('refuses an unknown customer', async () => {
  expect(await post(call, 'u-2')).toMatchObject({ status: 404, body: { code: 'CustomerNotRegistered' } });
});

it.each([
  ['channel', { ...call, channel: 'pigeon' }],
  ['contactedBy', { ...call, contactedBy: 'Margaret' }],
  ['durationSeconds', { ...call, durationSeconds: -1 }],
  ['occurredAt', { ...call, occurredAt: '2999-01-01T00:00:00Z' }],
  ['contactedAt', { ...call, contactedAt: '2026-01-01T00:00:00Z' }],
])('refuses a contact with an impossible %s', async (field, body) => {
  expect(await post(body)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
});

const CALLERS = '/../callers';

it('records an unknown caller, whose record is closed when no customer comes of it', async () => {
  const said = { channel: 'phone', purpose: 'service', summary: '停电', phone: '138 0013 8000' };
  const { status, body } = await slice.post(CALLERS, said);
  expect(status).toBe(201);
  const [contacted] = await slice.store.read(`caller-${body.id}`);
  expect(contacted).toMatchObject({
    ...{ subject: '@callers', data: { ...said, outcome: 'reached', contactedBy: { id: 'anonymous' } } },
  });
  expect(await slice.post(`${CALLERS}/${body.id}/close`, { reason: '打错电话' })).toMatchObject({ status: 200 });
  expect(await slice.post(`${CALLERS}/nobody/close`, { reason: '打错电话' })).toMatchObject({
    ...{ status: 404, body: { code: 'CallerUnknown' } },
  });
});

it('makes the call of an unknown caller a contact of the customer who it was', async () => {
  const said = { channel: 'phone', purpose: 'service', summary: '停电', occurredAt: '2026-01-05T09:00:00Z' };
  const { body } = await slice.post(CALLERS, said);
  const identify = (customerId: string) => slice.post(`${CALLERS}/${body.id}/identify`, { customerId });
  expect(await identify('u-2')).toMatchObject({ status: 422, body: { code: 'CustomerNotRegistered' } });
  expect(await identify('u-1')).toMatchObject({ status: 200 });
  expect(await slice.store.read(`caller-${body.id}`)).toMatchObject([
    { type: 'UnknownCallerContacted', subject: '@callers' },
    { type: 'ContactMade', subject: 'u-1', occurredAt: '2026-01-05T09:00:00.000Z', data: { summary: '停电' } },
    { type: 'CallerIdentified', subject: 'u-1' },
  ]);
  expect(await identify('u-3')).toMatchObject({ status: 409, body: { code: 'CallerAlreadyIdentified' } });
});
