import { serveSlice } from '../../test/served-slice.js';
import { customers } from './index.js';

const { store, post } = serveSlice(customers, '/v1/customers');

const hddl = {
  kind: 'organisation',
  name: '华东电力设备有限公司',
  roles: ['end-customer', 'distributor'],
  addresses: [{ kind: 'registered', city: '上海', country: 'CN' }],
  geographic: { country: 'CN', settlement: 'urban' },
  value: { monthlyCharge: '52300.50', services: ['10kV supply'] },
  attributes: { meterType: '三相四线', transformers: 3, peakShaving: true },
};
const registerOne = async () => (await post('', hddl)).body.id;
const lastEventOf = async (customerId: string) => (await store.read(`customer-${customerId}`)).at(-1);

it('records every field of a profile as it was sent, nested ones too', async () => {
  const customerId = await registerOne();
  expect(await lastEventOf(customerId)).toMatchObject({ subject: customerId, data: { customerId, profile: hddl } });
  expect(Object.keys((await lastEventOf(customerId))!.data)).toEqual(['customerId', 'profile']);
});

it('registers under the given id', async () => {
  expect(await post('', { customerId: 'ALFKI', ...hddl })).toMatchObject({
    status: 201,
    body: { id: 'ALFKI', stream: 'customer-ALFKI', revision: 0 },
  });
});

it('accepts changes by path', async () => {
  const customerId = await registerOne();
  const changes = { phone: '+86 21 5555 0188', 'geographic.country': 'DE', 'attributes.peakShaving': null };
  await post(`/${customerId}/change-data`, { changes, reason: '搬迁', source: 'letter', effectiveDate: '2026-01-01' });
  expect(await lastEventOf(customerId)).toMatchObject({
    type: 'CustomerDataChanged',
    data: {
      changes: [
        { field: 'phone', before: null, after: '+86 21 5555 0188' },
        { field: 'geographic.country', before: 'CN', after: 'DE' },
        { field: 'attributes.peakShaving', before: true, after: null },
      ],
      reason: '搬迁',
      source: 'letter',
      effectiveDate: '2026-01-01',
    },
  });
});

it('carries out each command at its route', async () => {
  const customerId = await registerOne();
  const consent = { channel: 'email', purpose: 'marketing' };
  const quietHours = { from: '21:00', to: '08:00', timeZone: 'Asia/Shanghai' };
  const steps: readonly [string, object, string][] = [
    ['assign-owner', { owner: { id: 'employee-4', name: 'Margaret Peacock' } }, 'OwnerAssigned'],
    ['needs', { description: '临时增容', duration: 'temporary', until: '2026-09-30' }, 'NeedRecorded'],
    [
      'contact-preference',
      { doNotContact: false, quietHours, frequencyCap: { contacts: 4, days: 30 } },
      'ContactPreferenceSet',
    ],
    ['consents', { ...consent, evidence: 'web form', expiresAt: '2028-01-01T00:00:00.000Z' }, 'ConsentGiven'],
    ['consents/withdraw', consent, 'ConsentWithdrawn'],
    ['mark-lost', { reason: 'price', competitor: 'Northern Telecom' }, 'CustomerLost'],
    ['win-back', { reason: '重新签约' }, 'CustomerWonBack'],
  ];
  for (const [path, body, type] of steps) {
    expect(await post(`/${customerId}/${path}`, body)).toMatchObject({ body: { stream: `customer-${customerId}` } });
    expect(await lastEventOf(customerId)).toMatchObject({ type, data: { customerId, ...nested(type, body) } });
  }
});

const nested = (type: string, body: object) => (type === 'ContactPreferenceSet' ? { preference: body } : body);

it.each([
  ['a profile without a role', '', { ...hddl, roles: undefined }, 'roles'],
  ['an unknown field of a group', '', { ...hddl, geographic: { contry: 'CN' } }, 'geographic.contry'],
  ['an invalid e-mail address', '', { ...hddl, email: 'li.na' }, 'email'],
  ['an id with a space', '', { ...hddl, customerId: 'li na' }, 'customerId'],
  ['no changes', '/u/change-data', { changes: {} }, 'changes'],
  [
    'a change of an unknown field',
    '/u/change-data',
    { changes: { 'geographic.shoeSize': 44 } },
    'changes.geographic.shoeSize',
  ],
  [
    'a change to a value of another type',
    '/u/change-data',
    { changes: { 'value.loyalty': 'some' } },
    'changes.value.loyalty',
  ],
  ['the removal of a name', '/u/change-data', { changes: { name: null } }, 'changes.name'],
  [
    'a time zone that does not exist',
    '/u/contact-preference',
    { doNotContact: false, quietHours: { from: '21:00', to: '08:00', timeZone: 'Asia/Nowhere' } },
    'quietHours.timeZone',
  ],
  ['a loss without a reason', '/u/mark-lost', {}, 'reason'],
  ['a loss with null for a reason', '/u/mark-lost', { reason: null }, 'reason'],
  ['an undeclared field', '/u/win-back', { reason: 'price', actor: 'ceo' }, 'actor'],
])('refuses %s and names the field', async (_, url, body, field) => {
  expect(await post(url, body)).toMatchObject({ status: 400, body: { errors: [{ field }] } });
});

it.each([
  ['', { ...hddl, geographic: { contry: 'CN' } }, 'geographic.contry', 'geographic.country'],
  ['/u/change-data', { changes: { phoen: '1' } }, 'changes.phoen', 'changes.phone'],
  [
    '/u/change-data',
    { changes: { 'geographic.contry': 'CN' } },
    'changes.geographic.contry',
    'changes.geographic.country',
  ],
  ['/u/win-back', { raeson: 'price' }, 'raeson', 'reason'],
])('suggests the right name for a misspelt field: %s %j', async (url, body, field, meant) => {
  const { errors } = (await post(url, body)).body as { errors?: readonly object[] };
  const message = `There is no field \`${field}\`. Did you mean \`${meant}\`?`;
  expect(errors).toContainEqual({ field, rule: 'unknownField', message });
});

it('has no routes for the commands of the clock', async () => {
  expect(await post('/u/note-silence', { lastActivityAt: '2025-07-04T00:00:00Z', silentDays: 180 })).toMatchObject({
    status: 404,
  });
});
