import { ComplaintAssigned, ComplaintEscalated, ComplaintFiled, ComplaintResolved } from '@annals/contracts-complaints';
import { openDesk } from '../../test/desk.js';
import type { ComplaintPage, NamedComplaint } from '../../test/pages.js';

const about = { channel: 'phone', text: 'Nobody came.', subject: 'Late' } as const;
const PAST = '2020-01-01T00:00:00.000Z';
const FUTURE = '2999-01-01T00:00:00.000Z';

const file = (
  complaintId: string,
  severity: 'low' | 'high',
  { customerId = 'u-1', category = 'delivery', dueAt = FUTURE } = {},
) => ({
  ...ComplaintFiled.event({ ...about, complaintId, customerId, category, severity, dueAt }),
  occurredAt: `2019-12-0${complaintId.at(-1)}T00:00:00.000Z`,
});
const first = { complaintId: 'c-1', customerId: 'u-1' };
const second = { complaintId: 'c-2', customerId: 'u-2' };

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    file('c-1', 'high', { dueAt: PAST }),
    file('c-2', 'low', { customerId: 'u-2', category: 'billing', dueAt: PAST }),
    file('c-3', 'low'),
    ComplaintAssigned.event({ ...first, assignee: { id: 'nancy' }, previous: null }),
    ComplaintEscalated.event({ ...first, from: 1, to: 2, reason: 'unanswered' }),
    ComplaintResolved.event({ ...second, rootCause: 'meter', remedy: 'refund', onTime: false }),
  );
});
afterAll(() => desk.close());

it.each([
  ['', ['c-3', 'c-2', 'c-1']],
  ['?sort=filedAt', ['c-1', 'c-2', 'c-3']],
  ['?sort=-dueAt', ['c-3', 'c-2', 'c-1']],
  ['?status=resolved', ['c-2']],
  ['?severity=low&severity=high', ['c-3', 'c-2', 'c-1']],
  ['?tier=2', ['c-1']],
  ['?tier=2&tier=3', ['c-1']],
  ['?assignee=nancy', ['c-1']],
  ['?customer=u-2', ['c-2']],
  ['?category=delivery&severity=low', ['c-3']],
])('lists complaints by %s', async (query, expected) => {
  const { body } = await desk.get<ComplaintPage>(`/v1/complaints${query}`);
  expect(body.items.map(({ complaintId }) => complaintId)).toEqual(expected);
});

it('holds those overdue that are open after their due time', async () => {
  const { body } = await desk.get<ComplaintPage>('/v1/complaints?overdue=true');
  expect(body.items.map(({ complaintId }) => complaintId)).toEqual(['c-1']);
  expect(await desk.get('/v1/complaints?overdue=true&status=resolved')).toMatchObject({ body: { items: [] } });
});

it('shows one complaint, its text and its resolution', async () => {
  const { body } = await desk.get<NamedComplaint>('/v1/complaints/c-2');
  expect(body).toMatchObject({ ...second, status: 'resolved', text: 'Nobody came.', remedy: 'refund', onTime: false });
  expect(body.customerName).toBeNull();
});

it('says so when there is no such complaint', async () => {
  expect(await desk.get('/v1/complaints/c-9')).toMatchObject({ status: 404, body: { code: 'ComplaintNotFound' } });
});

it.each(['?tier=4', '?severity=grave', '?overdue=no', '?sort=-severity'])('refuses %s', async (query) => {
  expect(await desk.get(`/v1/complaints${query}`)).toMatchObject({ status: 400, body: { code: 'ValidationFailed' } });
});
