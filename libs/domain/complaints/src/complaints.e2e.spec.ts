import { CustomerRegistered } from '@annals/contracts-customers';
import { serveSlice } from '../../test/served-slice.js';
import { complaints } from './index.js';

const { store, begin, post } = serveSlice(complaints, '/v1/complaints', {
  BUSINESS_HOURS: 'mon-sun 00:00-24:00',
  HOLIDAYS: '2024-01-01',
  HOURS_TO_RESOLVE: 'low=40,medium=24,high=8,critical=2',
});
const profile = { kind: 'person' as const, name: '王芳', roles: ['end-customer' as const] };
beforeAll(() => begin('customer-7590-VHVEG', CustomerRegistered.event({ customerId: '7590-VHVEG', profile })));

const grievance = {
  customerId: '7590-VHVEG',
  channel: 'call-centre',
  category: 'billing',
  severity: 'high',
  subject: '账单有误',
  text: '电表读数不是我家的',
  occurredAt: '2023-12-31T20:00:00Z',
};

const fileOne = async () => {
  const { body } = await post('', grievance);
  return { url: `/${body.id}`, stream: `complaint-${body.id}` };
};

it('files a complaint of the past, due by the configured hours', async () => {
  const { stream } = await fileOne();
  expect(await store.read(stream)).toMatchObject([
    { subject: '7590-VHVEG', data: { subject: '账单有误', dueAt: '2024-01-02T04:00:00.000Z' } },
  ]);
});

it('follows on a day what was recorded of a time of this day, and nothing of a later one', async () => {
  const { body } = await post('', { ...grievance, occurredAt: '2024-01-05T10:00:00Z' });
  const resolved = { rootCause: '装错表', remedy: '退款', occurredAt: '2024-01-05' };
  expect(await post(`/${body.id}/resolve`, { ...resolved, occurredAt: '2024-01-04' })).toMatchObject({
    ...{ status: 409, body: { code: 'ComplaintOccurredTooEarly' } },
  });
  expect(await post(`/${body.id}/resolve`, resolved)).toMatchObject({ status: 200 });
  expect((await store.read(`complaint-${body.id}`)).map(({ occurredAt }) => occurredAt)).toEqual([
    ...['2024-01-05T10:00:00.000Z', '2024-01-05T10:00:00.000Z'],
  ]);
});

it('has a route for every command', async () => {
  const { url, stream } = await fileOne();
  await post(`${url}/assign`, { assignee: { id: 'u-23', name: '刘洋' } });
  await post(`${url}/escalate`, { to: 2, reason: 'unanswered' });
  await post(`${url}/resolve`, { rootCause: 'meters swapped', remedy: 'refund' });
  await post(`${url}/rate`, { score: 4, comment: '很快' });
  const last = await post(`${url}/reopen`, { reason: 'no refund yet' });
  expect(last).toMatchObject({ status: 200, body: { stream, revision: 5 } });
  expect((await store.read(stream)).map(({ type }) => type)).toEqual([
    'ComplaintFiled',
    'ComplaintAssigned',
    'ComplaintEscalated',
    'ComplaintResolved',
    'SatisfactionRated',
    'ComplaintReopened',
  ]);
});

it('returns the code of a broken rule', async () => {
  const { url } = await fileOne();
  expect(await post(`${url}/rate`, { score: 5 })).toMatchObject({
    status: 409,
    body: { code: 'ComplaintNotResolved' },
  });
});

it('returns 404 for an unknown complaint in the path, and 422 for an unknown customer in the body', async () => {
  expect(await post('/nowhere/escalate', { to: 2, reason: 'unanswered' })).toMatchObject({
    status: 404,
    body: { code: 'ComplaintUnknown', details: { complaintId: 'nowhere' } },
  });
  expect(await post('', { ...grievance, customerId: 'nobody' })).toMatchObject({
    status: 422,
    body: { code: 'CustomerNotRegistered', details: { customerId: 'nobody' } },
  });
});

it.each([
  ['a tier that does not exist', '/escalate', { to: 4, reason: 'unanswered' }],
  ['an escalation without a reason', '/escalate', { to: 2 }],
  ['a reopening without a reason', '/reopen', {}],
  ['a score that does not exist', '/rate', { score: 6 }],
  ['a severity that does not exist', '', { ...grievance, severity: 'urgent' }],
  ['a due time from the caller', '', { ...grievance, dueAt: '2030-01-01T00:00:00.000Z' }],
])('refuses %s', async (_, path, body) => {
  const { url } = await fileOne();
  expect(await post(path && url + path, body)).toMatchObject({ status: 400 });
});
