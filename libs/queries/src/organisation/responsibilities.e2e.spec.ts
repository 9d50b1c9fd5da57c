import { openDesk } from '../../test/desk.js';
import { complaint, customer, deal, lead, own, task, won } from '../../test/staff.js';
import type { UserResponsibilities } from '../index.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(
    ...[customer('c-1', 'A'), own('c-1', 'ann'), customer('c-2', 'B'), own('c-2', 'ann'), customer('c-3', 'C')],
    ...[deal('d-1', 'c-1', 'ann'), deal('d-2', 'c-3', 'ann'), won('d-2', 'c-3', 'ann'), deal('d-3', 'c-3', 'bob')],
    ...complaint('k-1', 'c-3', 'ann'),
    task('t-1', 'c-3', 'ann'),
    lead('l-1', 'ann'),
  );
});
afterAll(() => desk.close());

const of = async (userId: string) =>
  (await desk.get<UserResponsibilities>(`/v1/users/${userId}/responsibilities`)).body.items;

it('counts customers, open deals, complaints, tasks and leads of a user, each with its list', async () => {
  expect(await of('ann')).toEqual([
    { kind: 'customers', count: 2, more: false, list: '/v1/customers?owner=ann' },
    { kind: 'deals', count: 1, more: false, list: '/v1/deals?owner=ann&status=open' },
    { kind: 'complaints', count: 1, more: false, list: '/v1/complaints?assignee=ann&status=open' },
    { kind: 'tasks', count: 1, more: false, list: '/v1/tasks?assignee=ann&status=open' },
    { kind: 'leads', count: 1, more: false, list: '/v1/leads?owner=ann&status=new&status=contacted' },
  ]);
});

it('counts as many as the list has', async () => {
  for (const { list, count } of await of('ann')) {
    const { body } = await desk.get<{ readonly items: readonly object[] }>(list);
    expect(body.items).toHaveLength(count);
  }
});

it('finds nothing for a user without work', async () => {
  expect((await of('zoe')).map(({ count }) => count)).toEqual([0, 0, 0, 0, 0]);
});
