import { EVERYBODY, openStaffedDesk, readers, sorted } from '../../test/staffed-desk.js';
import type { OwnAccess } from './access.controller.js';
import type { EventPage, LifecycleCounts } from '../index.js';
import type { CustomerPage } from '../../test/pages.js';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
beforeAll(async () => (desk = await openStaffedDesk()));
afterAll(() => desk.close());

describe.each(readers)('%s', (id, visible) => {
  it('finds the customers in scope and no other', async () => {
    const { body } = await desk.getAs<CustomerPage>(id, '/v1/customers');
    expect(sorted(body.items.map(({ customerId }) => customerId))).toEqual(visible);
  });

  it.each(['', '/lifecycle', '/history', `?asOf=9999`, '/history?asOf=9999'])(
    'opens customers in scope alone at …%s',
    async (path) => {
      for (const customerId of EVERYBODY) {
        const { status, body } = await desk.getAs(id, `/v1/customers/${customerId}${path}`);
        if (visible.includes(customerId)) expect(status).toBe(200);
        else expect([status, body]).toMatchObject([404, { code: 'CustomerNotFound', details: { id: customerId } }]);
      }
    },
  );

  it('counts the customers in scope alone', async () => {
    const { body } = await desk.getAs<LifecycleCounts>(id, '/v1/lifecycle');
    expect(Object.values(body.now).reduce((sum, count) => sum + count, 0)).toBe(visible.length);
    expect(Object.values(body.months.at(-1)!.counts).reduce((sum, count) => sum + count, 0)).toBe(visible.length);
  });

  it('reads the events of customers in scope alone', async () => {
    const { body } = await desk.getAs<EventPage>(id, '/v1/events?limit=1000');
    const customers = new Set(body.events.map(({ subject }) => subject).filter((subject) => subject.startsWith('u-')));
    expect(sorted([...customers])).toEqual(visible);
    expect(body.next).toBe(desk.end);
  });
});

it('tells everybody what he or she may do', async () => {
  const { body } = await desk.getAs<OwnAccess>('ann', '/v1/access');
  expect(body.roles).toEqual(['sales']);
  expect(body.permissions).toContainEqual({
    permission: 'customers.read',
    all: false,
    marks: ['owner:ann', 'owner:bob'],
  });
  expect(body.permissions).toContainEqual({ permission: 'customers.write', all: false, marks: ['owner:ann'] });
  const { body: auditor } = await desk.getAs<OwnAccess>('aud', '/v1/access');
  expect(auditor.permissions).toContainEqual({ permission: 'customers.read', all: true, marks: [] });
  expect((await desk.getAs<OwnAccess>('eve', '/v1/access')).body).toEqual({
    userId: 'eve',
    roles: [],
    permissions: [],
  });
});
