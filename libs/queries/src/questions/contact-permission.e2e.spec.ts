import { ContactMade } from '@annals/contracts-contacts';
import { ContactPreferenceSet } from '@annals/contracts-customers';
import { NO_STREAM, type Event } from '@annals/event-sourcing';
import { newEvent } from '@annals/testing';
import { openDesk } from '../../test/desk.js';
import { caller, customer, own, staff } from '../../test/staff.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  const frequencyCap = { contacts: 1, days: 7 };
  await begin('customer-u-1', [
    customer('u-1', 'Acme', { contactPersons: [{ personId: 'u-1:p1', name: 'Li Na' }] }),
    own('u-1', 'ann'),
    ContactPreferenceSet.event({ customerId: 'u-1', preference: { doNotContact: false, frequencyCap } }),
  ]);
  await begin('contacts-u-1', [
    ContactMade.event({
      ...({ customerId: 'u-1', contactId: 't-1', channel: 'phone', direction: 'outbound', purpose: 'sales' } as const),
      ...({ summary: 'Hello', outcome: 'reached', response: 'none', contactedBy: { id: 'ann' } } as const),
      contactedAt: '2026-01-05T09:00:00.000Z',
    }),
  ]);
  await desk.record(...staff);
});
afterAll(() => desk.close());

const begin = (stream: string, events: readonly Event[]) =>
  desk.log.append(
    stream,
    NO_STREAM,
    events.map((event, index) => ({ ...newEvent(`${stream} ${index}`), subject: 'u-1', ...event })),
  );

const path = '/v1/customers/u-1/contact-permission';
const call = 'channel=phone&purpose=sales';

it('says what every rule makes of a contact at a moment', async () => {
  const { status, headers, body } = await desk.get(`${path}?${call}&personId=p1&at=2026-01-06T10:00:00%2B08:00`);
  expect({ status, language: headers['content-language'] }).toEqual({ status: 200, language: 'en' });
  expect(body).toMatchObject({
    ...{ customerId: 'u-1', personId: 'u-1:p1', at: '2026-01-06T02:00:00.000Z', allowed: false },
    allowedFrom: '2026-01-12T09:00:00.000Z',
  });
});

it('is about now by default', async () => {
  const before = new Date().toISOString();
  const { body } = await desk.get<{ readonly allowed: boolean; readonly at: string }>(`${path}?${call}`);
  expect(body.allowed).toBe(true);
  expect(body.at >= before).toBe(true);
});

it('speaks the language of the caller', async () => {
  const response = await desk.app.inject({
    url: `${path}?${call}&at=2026-01-06`,
    headers: { 'accept-language': 'zh' },
  });
  expect(response.headers['content-language']).toBe('zh');
  expect(response.body).toContain('已联系 1 次');
});

it.each([
  ['channel=pigeon&purpose=sales', 'channel'],
  ['channel=phone', 'purpose'],
  [`${call}&at=2026-13`, 'at'],
  [`${call}&person=Li`, 'person'],
])('refuses %s', async (query, field) =>
  expect(await desk.get(`${path}?${query}`)).toMatchObject({ status: 400, body: { errors: [{ field }] } }),
);

it('is for those alone who may record contacts with the customer', async () => {
  const asked = (who: string) => desk.get(`${path}?${call}`, caller(who));
  expect(await asked('ann')).toMatchObject({ status: 200 });
  expect(await asked('cid')).toMatchObject({ status: 404, body: { code: 'CustomerNotFound' } });
  expect(await asked('aud')).toMatchObject({ status: 403, body: { code: 'NotAllowed' } });
});

it('is missing with the customer', async () =>
  expect(await desk.get(`/v1/customers/u-9/contact-permission?${call}`)).toMatchObject({
    ...{ status: 404, body: { code: 'CustomerNotRegistered' } },
  }));
