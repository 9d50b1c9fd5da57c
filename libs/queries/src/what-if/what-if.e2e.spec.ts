import { ComplaintFiled } from '@annals/contracts-complaints';
import { ContactMade } from '@annals/contracts-contacts';
import { CustomerRegistered } from '@annals/contracts-customers';
import { DealClosed } from '@annals/contracts-deals';
import { NO_STREAM, type Event } from '@annals/event-sourcing';
import { encodeConsistencyToken } from '@annals/http';
import { newEvent } from '@annals/testing';
import { openDesk } from '../../test/desk.js';
import type { WhatIfReport } from '../index.js';

const customerId = 'u-1';
const registered = CustomerRegistered.event({
  customerId,
  profile: { kind: 'organisation', name: 'Alfreds Futterkiste', roles: ['end-customer'], phone: '030-0074321' },
});
const contact = ContactMade.event({
  ...{ contactId: 't-1', customerId, channel: 'phone', direction: 'outbound', purpose: 'sales', summary: 'Secret' },
  ...{ outcome: 'reached', response: 'none', contactedAt: '2026-01-05T09:00:00.000Z', contactedBy: { id: 'e-5' } },
});
const complaint = ComplaintFiled.event({
  ...{ complaintId: 'k-1', customerId, channel: 'phone', category: 'delivery', severity: 'medium', subject: 'Late' },
  ...{ text: 'Too late', dueAt: '2026-01-07T17:00:00.000Z', responseDueAt: '2026-01-05T17:00:00.000Z' },
});
const won = DealClosed.event({
  ...{ dealId: 'd-1', customerId, title: 'Pump', value: { amount: '10.00', currency: 'EUR' }, lines: [] },
  ...{ owner: null, country: null, region: null, expectedCloseDate: null, attributes: {} },
  ...{ outcome: 'won', step: 'trading', reason: null, competitor: null },
});

let desk: Awaited<ReturnType<typeof openDesk>>;
let token = '';
beforeAll(async () => {
  desk = await openDesk();
  const append = async (stream: string, event: Event) => {
    const stored = { ...newEvent(stream), ...event, commandId: stream, subject: customerId };
    token = encodeConsistencyToken((await desk.log.append(stream, NO_STREAM, [stored])).position);
  };
  await append(`customer-${customerId}`, registered);
  await append(`contacts-${customerId}`, contact);
  await append('complaint-k-1', complaint);
  await append('deal-d-1', won);
});
afterAll(() => desk.close());

const ask = async <Body = WhatIfReport>(query: string, headers?: Parameters<typeof desk.get>[1]) =>
  desk.get<Body>(`/v1/customers/${customerId}/what-if?${query}&consistencyToken=${token}`, headers);
const under = async (query: string) => (await ask(query)).body;
const CONSENT = 'under=CONSENT_REQUIRED_FOR=sales';
const HOURS = `under=${encodeURIComponent('HOURS_TO_RESOLVE=low=40,medium=8,high=8,critical=4')}`;

it('changes nothing, and reports no difference under the present settings', async () => {
  const head = await desk.log.head();
  const { items, courses, page, total, events } = await under('under=LIFECYCLE_MATURE_WON_DEALS=3');
  expect({ items, courses, page, total, events }).toEqual({ items: [], courses: [], page: [], total: 0, events: 4 });
  expect(await desk.log.head()).toBe(head);
});

it('says of each decision what was recorded, which rule would have refused it, and on what it was decided', async () => {
  const { settings, items } = await under(CONSENT);
  expect(settings).toEqual([{ name: 'CONSENT_REQUIRED_FOR', present: 'marketing,survey', under: 'sales' }]);
  expect(items).toMatchObject([
    {
      ...{ item: 1, would: [], decidedOn: [], alsoPresently: false },
      recorded: [{ type: 'ContactMade', position: 2 }],
      refusal: { code: 'ConsentMissing', title: 'Consent missing' },
    },
  ]);
});

it('says how times would differ, and what the page would show now', async () => {
  const { items, page } = await under(HOURS);
  const dueAt = { before: '2026-01-07T17:00:00.000Z', after: '2026-01-05T17:00:00.000Z' };
  expect(items[0]).toMatchObject({ refusal: null, changes: [{ field: 'ComplaintFiled.dueAt', ...dueAt }] });
  expect(page).toContainEqual({ field: 'complaints.openComplaints[k-1].dueAt', ...dueAt });
});

it('shows the course of the lifecycle beside the real one, with the evidence of both', async () => {
  const { courses } = await under('under=LIFECYCLE_MATURE_WON_DEALS=1');
  expect(courses).toMatchObject([
    {
      part: 'lifecycle',
      steps: [
        {
          position: 4,
          recorded: { lifecycle: { state: 'developing', rule: 'won-deal', evidence: [{ position: 4 }] } },
          would: { lifecycle: { state: 'mature', rule: 'won-deals', evidence: [{ position: 4 }] } },
        },
      ],
    },
  ]);
});

it('is read page by page', async () => {
  const first = await under(`${CONSENT}&${HOURS}&limit=1`);
  expect([first.total, first.items.map(({ item }) => item), first.next]).toEqual([2, [1], 2]);
  const second = await under(`${CONSENT}&${HOURS}&limit=1&item=${first.next!}`);
  expect([second.total, second.items.map(({ item }) => item), second.next]).toEqual([2, [2], null]);
});

it('speaks the language of the caller', async () => {
  const response = await desk.app.inject({
    url: `/v1/customers/${customerId}/what-if?${CONSENT}&consistencyToken=${token}`,
    headers: { 'accept-language': 'zh' },
  });
  expect(response.headers['content-language']).toBe('zh');
  expect(response.json<WhatIfReport>().items[0]!.refusal!.title).toMatch(/\p{Script=Han}/u);
});

it.each([
  ['a setting that there is not', 'under=SILENT_DAYS=3', { code: 'RuleSettingUnknown', setting: 'SILENT_DAYS' }],
  ['a setting that no rule has', 'under=PORT=3', { code: 'RuleSettingUnknown', setting: 'PORT' }],
  ['a value as at the start', 'under=HOURS_TO_RESOLVE=soon', { code: 'RuleSettingInvalid', value: 'soon' }],
  ['no value', 'under=HOURS_TO_RESOLVE=', { code: 'RuleSettingInvalid' }],
  ['no setting', 'under=soon', { code: 'ValidationFailed' }],
  ['too many settings', Array(51).fill(CONSENT).join('&'), { code: 'ValidationFailed' }],
])('refuses %s', async (_, query, { code }) => {
  expect(await ask(query)).toMatchObject({ status: 400, body: { code } });
});

it('is there only for customers who are known', async () => {
  expect((await desk.get(`/v1/customers/u-9/what-if?${CONSENT}`)).status).toBe(404);
});
