import { openDesk } from '../test/desk.js';
import { caller, complaint, customer, deal, own, staff, won } from '../test/staff.js';
import type { CustomerAccessView } from './access.then.js';
import type { OwnAccess } from './access.controller.js';
import type {
  ComplaintPage,
  CustomerPage,
  DealPage,
  EventPage,
  LifecycleCounts,
  PipelineSummary,
  Report,
} from './index.js';

let end = 0;

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    ...staff,
    ...[customer('u-ann', 'Ann & Co', { phone: '0301234567' }), own('u-ann', 'ann')],
    ...[customer('u-bob', 'Bob Ltd'), own('u-bob', 'bob')],
    ...[customer('u-cid', 'Cid SA', { region: 'Shanghai' }), own('u-cid', 'cid')],
    customer('u-sales', 'Sales Friend', { department: 'sales' }),
    customer('u-north', 'Far North', { region: 'north' }),
    ...[deal('d-ann', 'u-ann', 'ann'), deal('d-north', 'u-north', 'ann', '5'), deal('d-cid', 'u-cid', null)],
    ...[won('d-won', 'u-bob', 'bob', '100'), won('d-far', 'u-north', 'cid', '7')],
    ...[...complaint('c-ann', 'u-ann'), ...complaint('c-north', 'u-north', 'sue'), ...complaint('c-cid', 'u-cid')],
  );
  end = await desk.log.head();
});
afterAll(() => desk.close());

const SEEN: Readonly<Record<string, readonly string[]>> = {
  ann: ['u-ann', 'u-bob'],
  bob: ['u-ann', 'u-bob'],
  cid: ['u-cid'],
  max: ['u-ann', 'u-bob', 'u-cid', 'u-sales'],
  sue: ['u-cid'],
  aud: ['u-ann', 'u-bob', 'u-cid', 'u-north', 'u-sales'],
  lea: ['u-ann', 'u-bob', 'u-cid', 'u-north', 'u-sales'],
  eve: [],
};
const EVERYBODY = SEEN['aud']!;
const readers = Object.entries(SEEN).filter(([id]) => id !== 'eve');

const get = <Body>(id: string, url: string) => desk.get<Body>(url, caller(id));
const sorted = (ids: readonly string[]) => [...ids].sort();

describe.each(readers)('%s', (id, visible) => {
  it('finds the customers in scope and no other', async () => {
    const { body } = await get<CustomerPage>(id, '/v1/customers');
    expect(sorted(body.items.map(({ customerId }) => customerId))).toEqual(visible);
  });

  it.each(['', '/lifecycle', '/history', `?asOf=9999`, '/history?asOf=9999'])(
    'opens customers in scope alone at …%s',
    async (path) => {
      for (const customerId of EVERYBODY) {
        const { status, body } = await get(id, `/v1/customers/${customerId}${path}`);
        if (visible.includes(customerId)) expect(status).toBe(200);
        else expect([status, body]).toMatchObject([404, { code: 'CustomerNotFound', details: { id: customerId } }]);
      }
    },
  );

  it('counts the customers in scope alone', async () => {
    const { body } = await get<LifecycleCounts>(id, '/v1/lifecycle');
    expect(Object.values(body.now).reduce((sum, count) => sum + count, 0)).toBe(visible.length);
    expect(Object.values(body.months.at(-1)!.counts).reduce((sum, count) => sum + count, 0)).toBe(visible.length);
  });

  it('reads the events of customers in scope alone', async () => {
    const { body } = await get<EventPage>(id, '/v1/events?limit=1000');
    const customers = new Set(body.events.map(({ subject }) => subject).filter((subject) => subject.startsWith('u-')));
    expect(sorted([...customers])).toEqual(visible);
    expect(body.next).toBe(end);
  });
});

describe('deals', () => {
  it.each([
    ['ann', ['d-ann', 'd-north', 'd-won']],
    ['cid', ['d-cid', 'd-far']],
    ['max', ['d-ann', 'd-cid', 'd-far', 'd-north', 'd-won']],
    ['sue', ['d-cid']],
    ['lea', ['d-ann', 'd-cid', 'd-far', 'd-north', 'd-won']],
  ])('of customers in scope, and one’s own, are what %s sees', async (id, visible) => {
    const opened = visible.filter((dealId) => !['d-won', 'd-far'].includes(dealId));
    const { body } = await get<DealPage>(id, '/v1/deals');
    expect(sorted(body.items.map(({ dealId }) => dealId))).toEqual(opened);
    for (const dealId of ['d-ann', 'd-cid', 'd-north', 'd-nothing'])
      expect((await get(id, `/v1/deals/${dealId}`)).status).toBe(opened.includes(dealId) ? 200 : 404);
    const pipeline = await get<PipelineSummary>(id, '/v1/deals/pipeline');
    expect(pipeline.body.total.deals).toBe(opened.length);
  });

  it.each([
    ['ann', 2, '15.00'],
    ['cid', 1, '10.00'],
    ['max', 3, '25.00'],
  ])('make up the pipeline of %s', async (id, deals, amount) =>
    expect((await get<PipelineSummary>(id, '/v1/deals/pipeline')).body.total).toMatchObject({
      ...{ deals, value: [{ amount, currency: 'EUR' }] },
    }),
  );

  it.each([
    ['ann', 'u-bob', '100.00'],
    ['cid', 'u-north', '7.00'],
    ['max', 'u-bob,u-north', '107.00'],
  ])('make up the sales report of %s', async (id, customers, net) => {
    const { body } = await get<Report>(id, '/v1/reports/sales?by=customer');
    expect(body.rows.map(({ key }) => key['customer']).join()).toBe(customers);
    expect(body.totals).toMatchObject([{ measures: { net } }]);
    const records = await get<{ items: { customerId: string }[] }>(id, '/v1/reports/sales/records?outcome=won');
    expect(sorted(records.body.items.map(({ customerId }) => customerId)).join()).toBe(customers);
  });

  it('add up to nothing for whoever sees none', async () => {
    const { body } = await get<Report>('sue', '/v1/reports/sales?by=customer');
    expect(body).toMatchObject({ rows: [], totals: [] });
  });
});

describe('complaints', () => {
  it.each([
    ['ann', ['c-ann'], 1],
    ['sue', ['c-cid', 'c-north'], 1],
    ['aud', ['c-ann', 'c-cid', 'c-north'], 3],
  ])('of customers in scope, and those to resolve, are what %s sees', async (id, visible, reported) => {
    const { body } = await get<ComplaintPage>(id, '/v1/complaints');
    expect(sorted(body.items.map(({ complaintId }) => complaintId))).toEqual(visible);
    for (const complaintId of ['c-ann', 'c-cid', 'c-north'])
      expect((await get(id, `/v1/complaints/${complaintId}`)).status).toBe(visible.includes(complaintId) ? 200 : 404);
    const report = await get<Report>(id, '/v1/reports/complaints');
    expect(report.body.totals).toMatchObject([{ measures: { complaints: reported } }]);
  });
});

describe('who can see a customer', () => {
  const seenBy = async (customerId: string, query = '') => {
    const { body } = await get<CustomerAccessView>('aud', `/v1/customers/${customerId}/access${query}`);
    return body.users;
  };

  it('is told with role, scope and the mark by which', async () => {
    expect(await seenBy('u-cid')).toEqual([
      { userId: 'aud', name: 'aud', personal: true, grants: [{ role: 'auditor', scope: 'all', by: 'all' }] },
      { userId: 'cid', name: 'cid', personal: true, grants: [{ role: 'sales', scope: 'team', by: 'owner:cid' }] },
      { userId: 'lea', name: 'lea', personal: false, grants: [{ role: 'analyst', scope: 'all', by: 'all' }] },
      {
        userId: 'max',
        name: 'max',
        personal: true,
        grants: [{ role: 'manager', scope: 'department', by: 'owner:cid' }],
      },
      {
        userId: 'sue',
        name: 'sue',
        personal: true,
        grants: [{ role: 'service', scope: 'region', by: 'region:Shanghai' }],
      },
    ]);
  });

  it('is the same as who does see it', async () => {
    for (const customerId of EVERYBODY) {
      const users = (await seenBy(customerId)).map(({ userId }) => userId);
      expect(users).toEqual(
        sorted(readers.filter(([, visible]) => visible.includes(customerId)).map(([id]) => id)).filter(
          (id) => id !== 'eve',
        ),
      );
    }
  });

  it('follows the hand-over of the customer, and does not forget who could before', async () => {
    const before = await desk.log.head();
    await desk.record(own('u-bob', 'cid'));
    expect((await get('ann', '/v1/customers/u-bob')).status).toBe(404);
    expect((await get('cid', '/v1/customers/u-bob')).status).toBe(200);
    const [now, then] = [await seenBy('u-bob'), await seenBy('u-bob', `?asOf=${before}`)];
    expect(now.map(({ userId }) => userId)).toEqual(['aud', 'cid', 'lea', 'max']);
    expect(then.map(({ userId }) => userId)).toEqual(['ann', 'aud', 'bob', 'lea', 'max']);
    await desk.record(own('u-bob', 'bob'));
  });

  it('is not told before anybody knew the customer', async () => {
    expect(await get('aud', '/v1/customers/u-ann/access?asOf=1')).toMatchObject({ status: 404 });
    expect(await get('aud', '/v1/customers/u-nobody/access')).toMatchObject({ status: 404 });
  });
});

it('tells everybody what he or she may do', async () => {
  const { body } = await get<OwnAccess>('ann', '/v1/access');
  expect(body.roles).toEqual(['sales']);
  expect(body.permissions).toContainEqual({ permission: 'customers.read', scope: ['owner:ann', 'owner:bob'] });
  expect(body.permissions).toContainEqual({ permission: 'customers.write', scope: ['owner:ann'] });
  expect((await get<OwnAccess>('eve', '/v1/access')).body).toEqual({ userId: 'eve', roles: [], permissions: [] });
});
