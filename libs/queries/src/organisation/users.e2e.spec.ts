import { UserPlaced, UserReactivated } from '@annals/contracts-organisation';
import { openDesk } from '../../test/desk.js';
import { company, ofTheOrganisation } from '../../test/organisation.js';
import type { NamedUser, UserPage } from '../index.js';

let desk: Awaited<ReturnType<typeof openDesk>>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.record(...company);
});
afterAll(() => desk.close());

it.each([
  ['', ['ann', 'cy', 'di', 'bo']],
  ['?sort=-name', ['bo', 'di', 'cy', 'ann']],
  ['?q=ann', ['ann', 'cy']],
  ['?q=an%20lee', ['ann']],
  ['?q=李波', ['bo']],
  ['?q=BO.X', ['bo']],
  ['?q=muller', ['di']],
  ['?q=MUELLER', ['di']],
  ['?role=auditor', ['cy']],
  ['?role=auditor&role=manager', ['ann', 'cy']],
  ['?department=sales', ['ann', 'bo']],
  ['?department=key&department=service', ['cy', 'bo']],
  ['?team=grid', ['bo']],
  ['?position=am', ['bo']],
  ['?region=east', ['ann', 'bo']],
  ['?region=sh', ['bo']],
  ['?status=active', ['ann', 'di', 'bo']],
  ['?status=inactive', ['cy']],
  ['?department=moon', []],
])('lists users by %s', async (query, expected) => {
  const { body } = await desk.get<UserPage>(`/v1/users${query}`);
  expect(body.items.map(({ userId }) => userId)).toEqual(expected);
});

it('goes on from page to page', async () => {
  const first = await desk.get<UserPage>('/v1/users?limit=3');
  const second = await desk.get<UserPage>(`/v1/users?limit=3&cursor=${first.body.next}`);
  expect(second.body).toMatchObject({ items: [{ userId: 'bo' }], next: null });
});

it('shows one user with the names of where he or she works', async () => {
  expect(await desk.get<NamedUser>('/v1/users/bo')).toMatchObject({
    status: 200,
    body: {
      ...{ userId: 'bo', name: 'bo.x', displayName: '李波 Bo', roles: ['sales'], active: true },
      ...{ department: 'Key accounts', team: 'Grid customers', position: 'Account manager', regions: ['Shanghai'] },
    },
  });
});

it.each([
  ['users/bo', /^"\d+\.\d+\.[\w-]{22}"$/],
  ['organisation/departments/key', /^"\d+\.[\w-]{22}"$/],
  ['organisation/regions/sh', /^"\d+\.[\w-]{22}"$/],
  ['users/bo?asOf=999', /^W\//],
  ['organisation/departments/key?asOf=999', /^W\//],
])('is not sent %s again while nothing has changed', async (path, tagged) => {
  const url = `/v1/${path}`;
  const tag = (await desk.get(url)).headers['etag'] as string;
  expect(tag).toMatch(tagged);
  const again = await desk.app.inject({ url, headers: { 'if-none-match': tag } });
  expect([again.statusCode, again.headers['etag']]).toEqual([304, tag]);
});

it('says so when there is no such user', async () => {
  expect(await desk.get('/v1/users/zoe')).toMatchObject({ status: 404, body: { code: 'UserNotFound' } });
});

it.each(['?role=king', '?status=asleep', '?sort=roles', '?password=x'])('refuses %s', async (query) => {
  expect(await desk.get(`/v1/users${query}`)).toMatchObject({ status: 400, body: { code: 'ValidationFailed' } });
});

it('shows a user as of any moment', async () => {
  const before = await desk.log.head();
  const place = { departmentId: 'moon', teamId: null, positionId: null, regionIds: [] };
  await desk.record(
    ofTheOrganisation(UserReactivated.event({ userId: 'cy', reason: null })),
    ofTheOrganisation(UserPlaced.event({ userId: 'cy', ...place, previous: null })),
  );
  expect((await desk.get('/v1/users/cy')).body).toMatchObject({ active: true, department: 'moon', position: null });
  expect((await desk.get(`/v1/users/cy?asOf=${before}`)).body).toMatchObject({ active: false, department: 'Service' });
  expect(await desk.get('/v1/users/cy?asOf=1')).toMatchObject({ status: 404 });
});
