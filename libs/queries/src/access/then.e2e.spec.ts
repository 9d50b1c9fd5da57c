import { own } from '../../test/staff.js';
import { EVERYBODY, openStaffedDesk, readers, sorted } from '../../test/staffed-desk.js';
import type { CustomerAccessView } from './then.js';

let desk: Awaited<ReturnType<typeof openStaffedDesk>>;
beforeAll(async () => (desk = await openStaffedDesk()));
afterAll(() => desk.close());

describe('who can see a customer', () => {
  const seenBy = async (customerId: string, query = '') => {
    const { body } = await desk.getAs<CustomerAccessView>('aud', `/v1/customers/${customerId}/access${query}`);
    return body.users;
  };

  it('is shown with role, scope and key', async () => {
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
    expect((await desk.getAs('ann', '/v1/customers/u-bob')).status).toBe(404);
    expect((await desk.getAs('cid', '/v1/customers/u-bob')).status).toBe(200);
    const [now, then] = [await seenBy('u-bob'), await seenBy('u-bob', `?asOf=${before}`)];
    expect(now.map(({ userId }) => userId)).toEqual(['aud', 'cid', 'lea', 'max']);
    expect(then.map(({ userId }) => userId)).toEqual(['ann', 'aud', 'bob', 'lea', 'max']);
    await desk.record(own('u-bob', 'bob'));
  });

  it('is not shown before the registration of the customer', async () => {
    expect(await desk.getAs('aud', '/v1/customers/u-ann/access?asOf=1')).toMatchObject({ status: 404 });
    expect(await desk.getAs('aud', '/v1/customers/u-nobody/access')).toMatchObject({ status: 404 });
  });
});
