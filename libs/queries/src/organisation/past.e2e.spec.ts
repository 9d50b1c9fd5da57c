import {
  DepartmentMoved,
  RegionRenamed,
  TeamRenamed,
  UserPlaced,
  UserReactivated,
} from '@annals/contracts-organisation';
import { openDesk } from '../../test/desk.js';
import { company, ofTheOrganisation } from '../../test/organisation.js';

const ROUTES = [
  ...['organisation', 'organisation?closed=true', 'users?sort=-name', 'users?department=sales', 'users?q=an'],
  ...['organisation/departments/key', 'organisation/regions/sh', 'organisation/teams/grid', 'users/bo', 'users/cy'],
];

const place = { departmentId: 'service', teamId: 'grid', positionId: null, regionIds: ['sh'] };
const changes = [
  TeamRenamed.event({ teamId: 'grid', before: 'Grid customers', after: 'Grids' }),
  UserReactivated.event({ userId: 'cy', reason: null }),
  UserPlaced.event({ userId: 'cy', ...place, previous: null }),
  RegionRenamed.event({ regionId: 'sh', before: 'Shanghai', after: '上海' }),
  DepartmentMoved.event({ departmentId: 'key', before: 'sales', after: 'service' }),
].map((event) => ofTheOrganisation(event));

const withoutRevisions = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value).replaceAll(/"(revision|accessRevision)":-?\d+/g, '"$1":null'));

it('shows units and users, with their names, as they were shown after each event', async () => {
  const desk = await openDesk();
  const answers = async (moment = '') =>
    Promise.all(
      ROUTES.map(async (route) => {
        const { status, body } = await desk.get<object>(
          `/v1/${route}${moment && `${route.includes('?') ? '&' : '?'}${moment}`}`,
        );
        return [route, status, status === 200 ? body : null];
      }),
    );
  const shown: unknown[] = [];
  for (const event of [...company, ...changes]) {
    await desk.record(event);
    shown.push(await answers());
  }
  for (const [index, then] of shown.entries())
    expect(await answers(`asOf=${index + 1}`)).toEqual(withoutRevisions(then));
  const { body } = await desk.get<object>('/v1/organisation?axis=occurred&asOf=2000-01-01');
  expect(body).toEqual({ departments: [], regions: [], positions: [] });
  await desk.close();
});
