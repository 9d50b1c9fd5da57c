import { EventStore } from '@annals/event-sourcing';
import { PolicyRunner, ProjectionRunner } from '@annals/projecting';
import type { CustomerView, HistoryPage, ProjectionList } from '@annals/queries';
import type { CustomerRow } from '@annals/projections-customers';
import { PATIENCE } from '@annals/testing';
import { openStaffed } from './staffed.js';

let annals: Awaited<ReturnType<typeof openStaffed>>;
beforeAll(async () => (annals = await openStaffed(['administrator'])));
afterAll(() => annals.app.close());

/** Reads after every view has read the whole log. */
const read = async <Body>(url: string): Promise<Body> => {
  const [{ positions, projections }, head] = [
    annals.app.get(ProjectionRunner),
    await annals.app.get(EventStore).head(),
  ];
  for (const { name } of projections) await positions.passed(name, head, PATIENCE);
  return (await annals.ask('administrator', 'GET', url, {})).body as Body;
};
const tell = async (customerId: string, what: string, body: object) =>
  expect((await annals.ask('administrator', 'POST', `/v1/customers/${customerId}/${what}`, body)).status).toBeLessThan(
    300,
  );
const clock = async (now: string) => {
  await read('/v1/projections');
  return annals.app.get(PolicyRunner).meetDeadlines(new Date(now), PATIENCE);
};
const named = async (name: string) => (await read<{ items: readonly CustomerRow[] }>(`/v1/customers?q=${name}`)).items;

it('applies a change automatically on its effective date, and shows it as pending before', async () => {
  await tell('elsewhere', 'change-data', {
    changes: { name: 'Renamed' },
    effectiveDate: '2030-01-01',
    reason: 'merger',
  });
  expect(await clock('2029-12-31T23:59:59Z')).toBe(0);
  const changes = [{ field: 'name', before: 'elsewhere', after: 'Renamed' }];
  expect(await read<CustomerView>('/v1/customers/elsewhere')).toMatchObject({
    ...{ profile: { name: 'elsewhere' }, changes: [] },
    coming: [{ number: 1, effectiveDate: '2030-01-01', changes, reason: 'merger' }],
  });
  expect(await named('renamed')).toEqual([]);
  expect(await named('elsewhere')).toMatchObject([{ coming: [{ effectiveDate: '2030-01-01', fields: ['name'] }] }]);

  expect(await clock('2030-01-01T00:00:00Z')).toBe(1);
  expect(await read<CustomerView>('/v1/customers/elsewhere')).toMatchObject({
    ...{ profile: { name: 'Renamed' }, coming: [] },
    changes: [{ ...changes[0], effectiveDate: '2030-01-01', reason: 'merger' }],
  });
  expect(await named('renamed')).toMatchObject([{ customerId: 'elsewhere', coming: [] }]);
  expect(await named('elsewhere')).toEqual([]);
  expect(await clock('2030-01-02T00:00:00Z')).toBe(0);
});

it('is in effect from that day on', async () => {
  const nameOn = async (day: string) =>
    (await read<CustomerView>(`/v1/customers/elsewhere?axis=occurred&asOf=${day}`)).profile.name;
  expect([await nameOn('2029-12-31'), await nameOn('2030-01-01')]).toEqual(['elsewhere', 'Renamed']);
  const { items } = await read<HistoryPage>('/v1/customers/elsewhere/history');
  expect(items.at(-1)).toMatchObject({
    ...{ type: 'DataChangeTookEffect', actor: 'system:clock', source: 'clock' },
    ...{ occurredAt: '2030-01-01T00:00:00.000Z', changes: [{ field: 'name', after: 'Renamed' }] },
  });
});

it('ends needs and lets consents expire', async () => {
  const need = { needId: 'n-1', description: 'Hire', duration: 'temporary', until: '2030-03-31' };
  await tell('region', 'needs', need);
  await tell('region', 'consents', { channel: 'email', purpose: 'marketing', expiresAt: '2030-04-01T10:00:00Z' });
  expect(await clock('2030-03-30T00:00:00Z')).toBe(1); // silent since the need was recorded
  expect(await clock('2030-03-31T23:59:59Z')).toBe(0);
  expect(await clock('2030-04-01T09:59:59Z')).toBe(1);
  expect(await clock('2030-04-02T00:00:00Z')).toBe(1);
  expect(await read<CustomerView>('/v1/customers/region')).toMatchObject({
    needs: [{ needId: 'n-1', endedAt: '2030-04-01T00:00:00.000Z' }],
    consents: [{ given: false, since: '2030-04-01T10:00:00.000Z', expiresAt: '2030-04-01T10:00:00.000Z' }],
  });
});

it('shows the state of the policies', async () => {
  const { policies } = await read<ProjectionList>('/v1/projections');
  expect(policies.map(({ policy, state, trouble }) => [policy, state, trouble])).toEqual([
    ['on-its-day', 'live', null],
    ['at-its-moment', 'live', null],
    ['hand-over-customers', 'live', null],
    ['complete-merges', 'live', null],
    ['register-leads', 'live', null],
    ['deals-follow-owner', 'live', null],
    ['hand-over-deals', 'live', null],
    ['open-deals-of-leads', 'live', null],
    ['advance-deals-of-quotes', 'live', null],
    ['lose-deals-of-lost-customers', 'live', null],
    ['expire-quotes', 'live', null],
    ['complaint-overdue', 'live', null],
    ['hand-over-complaints', 'live', null],
    ['file-complaints-of-callers', 'live', null],
    ['escalate-overdue', 'live', null],
    ['hand-over-tasks', 'live', null],
    ['hand-over-leads', 'live', null],
    ['recycle-leads', 'live', null],
    ['due-deals-of-leads', 'live', null],
    ['route-leads', 'live', null],
    ['assign-routed-leads', 'live', null],
    ['miss-lead-responses', 'live', null],
    ['place-orders-of-quotes', 'live', null],
    ['silence', 'live', null],
    ['return', 'live', null],
  ]);
});

it('refuses commands of the clock from callers', async () => {
  const command = { type: 'ApplyDataChange', customerId: 'region', number: 1 };
  const { status, body } = await annals.ask('administrator', 'POST', '/v1/commands', { commands: [command] });
  expect({ status, body }).toMatchObject({
    status: 200,
    body: { outcomes: [{ problem: { code: 'CommandUnknown' } }] },
  });
});
