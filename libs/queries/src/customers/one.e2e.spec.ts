import { OrderPlaced } from '@annals/contracts-accounts';
import { CustomerDataChanged, CustomerLost, CustomerRegistered } from '@annals/contracts-customers';
import { openDesk, type Told } from '../../test/desk.js';
import type { CustomerView } from '../index.js';

const register = (customerId: string, name: string, parts: object = {}) =>
  CustomerRegistered.event({
    customerId,
    profile: { kind: 'organisation', name, roles: ['end-customer'], ...parts },
  });
const about = (event: Told, subject: string, occurredAt: string) => ({ ...event, subject, occurredAt });
const phoneChanged = CustomerDataChanged.event({
  customerId: 'u-1',
  changes: [{ field: 'phone', before: '030-0074321', after: '030-0079999' }],
  ...{ reason: 'moved', source: null, effectiveDate: '2021-01-01' },
});
const lost = CustomerLost.event({ customerId: 'u-3', reason: 'closed down' });

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    about(register('u-1', 'Alfreds Futterkiste', { phone: '030-0074321' }), 'u-1', '2020-01-01T00:00:00.000Z'),
    about(register('u-3', 'Blauer See'), 'u-3', '2020-03-01T00:00:00.000Z'),
    about(phoneChanged, 'u-1', '2021-01-01T00:00:00.000Z'),
    about(lost, 'u-3', '2022-02-01T00:00:00.000Z'),
  );
});
afterAll(() => desk.close());

describe('the page of a customer', () => {
  const phoneAsOf = async (query: string) => {
    const { body } = await desk.get<CustomerView>(`/v1/customers/u-1?${query}`);
    return body.profile.phone;
  };

  it('shows it as it is now, and how far the log had been read', async () => {
    const { body, headers } = await desk.get<CustomerView>('/v1/customers/u-3');
    expect(body).toMatchObject({
      ...{ customerId: 'u-3', profile: { name: 'Blauer See' } },
      lifecycle: { state: 'lost', from: 'initial', rule: 'customer-lost', evidence: [{ position: 4 }] },
    });
    expect(headers).toMatchObject({ 'annals-position': '4' });
  });

  it.each([
    ['a position', 'asOf=2', '030-0074321'],
    ['a later position', 'asOf=3', '030-0079999'],
    ['what was true at a time', 'asOf=2020-06-01&axis=occurred', '030-0074321'],
    ['what was true at a later one', 'asOf=2021-06-01T00:00:00Z&axis=occurred', '030-0079999'],
    ['what we know by now', 'asOf=2999-01-01', '030-0079999'],
  ])('shows it as of %s', async (_, query, phone) => {
    expect(await phoneAsOf(query)).toBe(phone);
  });

  it.each(['u-9', 'u-9?asOf=2020-06-01'])('is not there for %s', async (path) => {
    expect(await desk.get(`/v1/customers/${path}`)).toMatchObject({ status: 404, body: { code: 'CustomerNotFound' } });
  });

  it.each(['u-1?asOf=0', 'u-1?asOf=2020-06-01', 'u-1?asOf=2019-01-01&axis=occurred'])(
    'is not there for %s, and says since when it is recorded and how far back the other axis reaches',
    async (path) => {
      const { status, body } = await desk.get<{ code: string; details: { recordedAt: string; occurredAt: string } }>(
        `/v1/customers/${path}`,
      );
      expect([status, body.code]).toEqual([404, 'CustomerNotYetRecorded']);
      const { recordedAt, occurredAt } = body.details;
      expect((await desk.get(`/v1/customers/u-1?asOf=${recordedAt}`)).status).toBe(200);
      expect((await desk.get(`/v1/customers/u-1?asOf=${occurredAt}&axis=occurred`)).status).toBe(200);
      expect(occurredAt < recordedAt).toBe(true);
    },
  );

  it.each([
    ...['yesterday', '2020-13-01', '2020-06-01T00:00:00', '2026-01-01T10Z', '2026-01-01T10', '2026-W05', '2026-032'],
  ])('refuses the moment %s', async (asOf) => {
    for (const path of ['customers/u-1', 'customers/u-1/access', 'users/ann'])
      expect(await desk.get(`/v1/${path}?asOf=${asOf}`)).toMatchObject({
        ...{ status: 400, body: { code: 'MomentInvalid', details: { field: 'asOf' } } },
      });
  });
});

const unknown = [
  'customers/u-9',
  'customers/u-9/lifecycle',
  'customers/u-9/history',
  'customers/u-9/access',
  'users/u-9',
];

it('says so when a record is not known to a view that is behind', async () => {
  const headers = { 'consistency-token': Buffer.from('1:99999999').toString('base64url') };
  const answers = await Promise.all(unknown.map((path) => desk.app.inject({ url: `/v1/${path}`, headers })));
  expect(answers.map(({ statusCode }) => statusCode)).toEqual(unknown.map(() => 404));
  expect(answers.map((answer) => answer.headers['annals-stale'])).toEqual(unknown.map(() => 'true'));
});

describe('the tag of a page', () => {
  const tagAt = async (url: string) => (await desk.get(url)).headers['etag'] as string;
  const askAgain = async (tag: string) => {
    const { statusCode, headers, body } = await desk.app.inject({
      url: '/v1/customers/u-3',
      headers: { 'if-none-match': tag },
    });
    return { status: statusCode, tag: headers['etag'] as string, body };
  };

  it('begins with the revision of the customer, which is in the body, too', async () => {
    expect((await desk.get<CustomerView>('/v1/customers/u-3')).body.revision).toBe(3);
    expect(await tagAt('/v1/customers/u-3')).toMatch(/^"3\.[\w-]{22}"$/);
  });

  it('as of a moment is none that a command could be sent with', async () => {
    expect((await desk.get<CustomerView>('/v1/customers/u-3?asOf=99')).body.revision).toBeNull();
    expect(await tagAt('/v1/customers/u-3?asOf=99')).toMatch(/^W\/"[\w-]{22}"$/);
  });

  it('saves sending the page again, until anything on it changes, of another record, too', async () => {
    const tag = await tagAt('/v1/customers/u-3');
    expect(await askAgain(tag)).toEqual({ status: 304, tag, body: '' });
    const terms = { number: null, value: { amount: '1.00', currency: 'EUR' }, lines: [], expectedOn: null };
    const placed = OrderPlaced.event({ orderId: 'o-1', customerId: 'u-3', ...terms, status: 'open' });
    await desk.record(about(placed, 'u-3', '2022-03-01T00:00:00.000Z'));
    const again = await tagAt('/v1/customers/u-3');
    expect(again).toMatch(/^"3\./);
    expect(await askAgain(tag)).toMatchObject({ status: 200, tag: again });
  });
});
