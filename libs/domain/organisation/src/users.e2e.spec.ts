import { namingOf } from '@annals/command-bus';
import { serveSlice } from '../../test/served-slice.js';
import { organisation } from './index.js';

const { store, post } = serveSlice(organisation, '/v1');
const last = async (stream: string) => (await store.read(stream)).at(-1);

const add = (userId: string, more: object = {}) =>
  post('/users', { userId, name: userId, displayName: userId, ...more });

it('carries out each command at its route', async () => {
  await post('/organisation/departments', { departmentId: 'sales', name: 'Sales' });
  const details = { displayName: '李娜', email: 'li.na@example.com' };
  expect(await add('u-23', { name: 'li.na', ...details })).toMatchObject({ status: 201, body: { id: 'u-23' } });
  await add('boss');
  await post('/users/boss/grant-roles', { roles: ['administrator'] });

  const steps: readonly [string, object, string, string, object][] = [
    ['change-details', { displayName: 'Li Na' }, 'user-u-23', 'UserDetailsChanged', { before: details }],
    ['place', { departmentId: 'sales' }, 'user-u-23', 'UserPlaced', { departmentId: 'sales', previous: null }],
    ['grant-roles', { roles: ['sales'] }, 'access', 'RolesGranted', { before: [], after: ['sales'] }],
    ['deactivate', { reason: 'left' }, 'access', 'UserDeactivated', { reason: 'left' }],
    ['reactivate', { reason: 'came back' }, 'access', 'UserReactivated', { reason: 'came back' }],
  ];
  for (const [path, body, stream, type, data] of steps) {
    expect(await post(`/users/u-23/${path}`, body)).toMatchObject({ status: 200, body: { stream } });
    expect(await last(stream)).toMatchObject({ type, subject: '@organisation', data: { userId: 'u-23', ...data } });
  }
});

it('records only the declared data of a user', async () => {
  expect(await add('u-30', { password: 'secret' })).toMatchObject({ status: 400, body: { code: 'ValidationFailed' } });
  expect(await last('user-u-30')).toBeUndefined();
});

it('keeps names unique, and hides them in the names of reservations', async () => {
  await add('u-40', { name: 'wang.fang' });
  expect(await add('u-41', { name: 'Wang.Fang' })).toMatchObject({ status: 409, body: { code: 'IdentifierTaken' } });
  const stream = `identifier-${namingOf(new Uint8Array(32)).blind('userName/wang.fang')}`;
  expect(await last(stream)).toMatchObject({ data: { kind: 'userName', holder: 'user-u-40' } });
});

it('returns 404 for an unknown user, and 422 for an unknown unit', async () => {
  const unknown = { status: 404, body: { code: 'UserUnknown', details: { userId: 'nobody' } } };
  expect(await post('/users/nobody/place', { departmentId: 'sales' })).toMatchObject(unknown);
  expect(await post('/users/nobody/change-details', { displayName: 'A' })).toMatchObject(unknown);
  expect(await post('/users/nobody/grant-roles', { roles: [] })).toMatchObject(unknown);
  expect(await post('/users/u-23/place', { teamId: 'moon' })).toMatchObject({
    status: 422,
    body: { code: 'UnitUnknown', details: { unit: 'team/moon' } },
  });
});

it('keeps the last administrator', async () => {
  const refused = { status: 409, body: { code: 'LastAdministrator', details: { userId: 'boss' } } };
  expect(await post('/users/boss/deactivate', { reason: 'left' })).toMatchObject(refused);
  expect(await post('/users/boss/grant-roles', { roles: [] })).toMatchObject(refused);
});

it.each([
  ['an unknown role', '/users/boss/grant-roles', { roles: ['king'] }],
  ['a deactivation without a reason', '/users/boss/deactivate', {}],
  ['a name with a space', '/users', { name: 'li na', displayName: 'Li Na' }],
  ['regions that are not a list', '/users/boss/place', { regionIds: 'east' }],
])('refuses %s', async (_, path, body) => {
  expect(await post(path, body)).toMatchObject({ status: 400, body: { code: 'ValidationFailed' } });
});
