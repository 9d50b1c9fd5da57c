import { MASK } from '@annals/access';
import { asFieldChange, type CustomerDataChanged } from '@annals/contracts-customers';
import type { EventOf } from '@annals/event-sourcing';
import { openDesk } from '../../test/desk.js';
import { MARKER, marked, PERSONAL_TYPES } from '../../test/marked.js';
import { caller, customer, own, staff } from '../../test/staff.js';
import type { CustomerView, EventPage, HistoryPage } from '../index.js';
import type { CustomerPage } from '../../test/pages.js';
import type { NamedComplaint, NamedDeal } from '../../test/pages.js';
import type { Report } from '@annals/reading';

const [masked, auditor, both] = [caller('lea'), caller('aud'), caller('zoe', 'analyst', 'sales')];

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(...staff, ...marked, customer('u-2', 'Zwerg', { phone: '5551234' }), own('u-2', 'zoe'));
  await desk.record(customer('u-3', 'Aschenputtel', { phone: '5551234' }));
});
afterAll(() => desk.close());

const ROUTES = [
  ...['/v1/customers', '/v1/customers?limit=1', '/v1/customers?limit=1&sort=lastContactAt', '/v1/customers/u-1'],
  ...['/v1/customers/u-1?asOf=9999', '/v1/customers/u-1/lifecycle', '/v1/customers/u-1/history', '/v1/lifecycle'],
  ...['/v1/deals', '/v1/deals?limit=1&sort=value', '/v1/deals/d-1', '/v1/deals/pipeline', '/v1/complaints'],
  ...['/v1/complaints/c-1', '/v1/reports', '/v1/reports/sales?by=customer,product,owner', '/v1/reports/sales/records'],
  ...['/v1/reports/complaints?by=customer,rootCause', '/v1/reports/complaints/records', '/v1/events?limit=1000'],
  ...[
    '/v1/access',
    '/v1/deals/d-1?asOf=9999',
    '/v1/deals?customer=u-1&asOf=9999',
    '/v1/contacts?customer=u-1&asOf=9999',
  ],
];

/** An answer as text, with what its cursor hides. */
const textOf = ({ status, body }: { status: number; body: unknown }) => {
  expect(status).toBe(200);
  const { next } = body as { next?: unknown };
  return JSON.stringify(body) + (typeof next === 'string' ? Buffer.from(next, 'base64url').toString() : '');
};
const reveals = (text: string) => new RegExp(MARKER, 'i').test(text);

describe('a personal value', () => {
  it('is marked in every event that has one', () => {
    const revealing = marked.filter(({ data }) => reveals(JSON.stringify(data)));
    expect(revealing.map(({ type }) => type)).toEqual(PERSONAL_TYPES);
  });

  it.each(ROUTES)('is never shown without the right at %s', async (url) =>
    expect(reveals(textOf(await desk.get(url, masked)))).toBe(false),
  );

  it.each([
    '/v1/customers',
    '/v1/customers/u-1',
    '/v1/customers/u-1/history',
    '/v1/deals',
    '/v1/complaints',
    '/v1/complaints?customer=u-1&asOf=9999',
    '/v1/events',
    '/v1/events?types=UserAdded',
    '/v1/events?types=UserDetailsChanged',
    '/v1/organisation/history',
    '/v1/users',
  ])('is shown with the right at %s', async (url) => expect(reveals(textOf(await desk.get(url, auditor)))).toBe(true));

  it('is masked in one way, wherever it is', async () => {
    const get = async <Body>(url: string) => (await desk.get<Body>(url, masked)).body;
    const page = await get<CustomerView>('/v1/customers/u-1');
    expect(page).toMatchObject({ profile: { name: MASK, attributes: {} } });
    expect(page.changes[0]).toMatchObject({ before: MASK, after: MASK });
    expect(page.coming[0]).toMatchObject({ reason: MASK, changes: [{ before: MASK, after: MASK }, {}, {}, {}] });
    expect(await get<NamedDeal>('/v1/deals/d-1')).toMatchObject({ attributes: {}, customerName: MASK });
    expect(await get<NamedComplaint>('/v1/complaints/c-1')).toMatchObject({ subject: MASK, text: MASK });
    const { items } = await get<HistoryPage>('/v1/customers/u-1/history?type=CustomerDataChanged');
    expect(items[0]!.changes[0]).toMatchObject({ before: MASK, after: MASK });
    const told = items[0]!.data as EventOf<typeof CustomerDataChanged>['data'];
    expect(items[0]!.changes).toEqual(told.changes.map(asFieldChange));
    const { items: needs } = await get<HistoryPage>('/v1/customers/u-1/history?type=NeedRecorded');
    expect(needs[0]!.reason).toBe(MASK);
    const report = await get<Report>('/v1/reports/complaints?by=customer');
    expect(report.rows[0]).toMatchObject({ key: { customer: 'u-1' }, labels: { customer: MASK } });
    const { events } = await get<EventPage>('/v1/events?types=CustomerRegistered');
    expect(events[0]).toMatchObject({ reason: MASK, data: { profile: { name: MASK } } });
  });
});

describe('what cannot be seen', () => {
  it.each(['?q=rumpel', '?sort=name', '?sort=-name', '/by-phone/5551234'])(
    'cannot be looked for by %s',
    async (query) => {
      const { status } = await desk.get(`/v1/customers${query}`, masked);
      expect(status).toBe(403);
    },
  );

  it.each(['/sales?by=reason', '/sales?reason=price', '/sales/records?reason=price'])(
    'cannot be counted by at /v1/reports%s',
    async (query) => {
      expect(await desk.get(`/v1/reports${query}`, masked)).toMatchObject({
        status: 403,
        body: { code: 'PersonalDataHidden' },
      });
      expect(await desk.get(`/v1/reports${query}`, auditor)).toMatchObject({ status: 200 });
    },
  );

  it('does not sort the list', async () => {
    const { body } = await desk.get<CustomerPage>('/v1/customers', masked);
    expect(body.items.map(({ customerId, name }) => [customerId, name])).toEqual([
      ['u-1', MASK],
      ['u-2', MASK],
      ['u-3', MASK],
    ]);
  });

  it('is found where another role may see it, and there alone', async () => {
    const found = async (query: string) => {
      const { body } = await desk.get<CustomerPage>(`/v1/customers${query}`, both);
      return body.items.map(({ customerId, name }) => [customerId, name]);
    };
    expect(await found('')).toEqual([
      ['u-1', MASK],
      ['u-2', 'Zwerg'],
      ['u-3', MASK],
    ]);
    expect(await found('?q=zwerg')).toEqual([['u-2', 'Zwerg']]);
    expect(await found('?q=aschen')).toEqual([]);
    expect(await found('?sort=name')).toEqual([['u-2', 'Zwerg']]);
    expect(await found('/by-phone/5551234')).toEqual([['u-2', 'Zwerg']]);
  });
});
