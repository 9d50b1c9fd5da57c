import { DepartmentMoved, UserDetailsChanged, UserPlaced } from '@annals/contracts-organisation';
import { openDesk } from '../../test/desk.js';
import { company, ofTheOrganisation } from '../../test/organisation.js';
import type { HistoryPage, OrganisationTree, UnitView } from '../index.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(...company);
});
afterAll(() => desk.close());

const tree = async (query = '') => (await desk.get<OrganisationTree>(`/v1/organisation${query}`)).body;

it('shows departments with their parts and teams, sorted by name, and how many active users work in each', async () => {
  const { departments } = await tree();
  expect(departments).toMatchObject([
    {
      ...{ id: 'sales', name: 'Sales', open: true, members: 1, teams: [] },
      departments: [{ id: 'key', members: 1, teams: [{ id: 'grid', name: 'Grid customers', members: 1 }] }],
    },
    { id: 'service', members: 0, teams: [], departments: [] },
  ]);
});

it('shows regions with those in them, and positions', async () => {
  const { regions, positions } = await tree();
  expect(regions).toMatchObject([{ id: 'east', members: 1, regions: [{ id: 'sh', members: 1, regions: [] }] }]);
  expect(positions).toMatchObject([{ id: 'am', name: 'Account manager', members: 1 }]);
});

it('shows closed departments on request', async () => {
  expect((await tree('?closed=true')).departments).toMatchObject([
    { id: 'fax', open: false },
    { id: 'sales' },
    { id: 'service' },
  ]);
});

it.each([
  ['departments/key', { kind: 'department', name: 'Key accounts', parentId: 'sales' }, ['Sales', 'Key accounts']],
  ['regions/sh', { kind: 'region', parentId: 'east' }, ['East', 'Shanghai']],
  ['teams/grid', { kind: 'team', parentId: 'key' }, ['Grid customers']],
  ['positions/am', { kind: 'position', parentId: null }, ['Account manager']],
])('shows %s with the way to it', async (path, unit, names) => {
  const { body } = await desk.get<UnitView>(`/v1/organisation/${path}`);
  expect(body).toMatchObject(unit);
  expect(body.path.map(({ name }) => name)).toEqual(names);
});

it.each(['departments/grid', 'regions/moon', 'teams/key', 'positions/sales'])('knows no %s', async (path) => {
  expect(await desk.get(`/v1/organisation/${path}`)).toMatchObject({ status: 404, body: { code: 'UnitNotFound' } });
});

it('tells who changed what in the organisation, and nothing of customers', async () => {
  const { body } = await desk.get<HistoryPage>('/v1/organisation/history?type=RolesGranted&order=desc&limit=2');
  expect(body.items).toMatchObject([
    { data: { userId: 'di' } },
    { data: { userId: 'cy', after: ['service', 'auditor'] } },
  ]);
});

it('tells what was and what is', async () => {
  const place = { departmentId: null, teamId: null, positionId: null, regionIds: ['east'] };
  const details = { displayName: 'Ann Lee' };
  await desk.record(
    ...[
      UserPlaced.event({ userId: 'ann', ...place, previous: { ...place, departmentId: 'sales' } }),
      UserDetailsChanged.event({ userId: 'ann', before: { ...details, email: 'a@b.c' }, after: details }),
      DepartmentMoved.event({ departmentId: 'key', before: 'sales', after: null }),
      UserPlaced.event({ userId: 'di', ...place, regionIds: [], previous: null }),
    ].map(ofTheOrganisation),
  );
  const { body } = await desk.get<HistoryPage>('/v1/organisation/history?order=desc&limit=4');
  expect(body.items.toReversed().map(({ changes }) => changes)).toEqual([
    [{ field: 'departmentId', before: 'sales', after: null }],
    [{ field: 'email', before: 'a@b.c', after: null }],
    [{ field: 'parentId', before: 'sales', after: null }],
    [{ field: 'regionIds', before: null, after: [] }],
  ]);
});
