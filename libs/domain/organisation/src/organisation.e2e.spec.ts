import { serveSlice } from '../../test/served-slice.js';
import { organisation } from './index.js';

const { store, post } = serveSlice(organisation, '/v1/organisation');
const lastEvent = async () => (await store.read('organisation')).at(-1);

it('carries out each command at its route', async () => {
  const steps: readonly [string, object, string, object][] = [
    ['/departments', { departmentId: 'sales', name: '营销部' }, 'DepartmentOpened', { name: '营销部', parentId: null }],
    [
      '/departments',
      { departmentId: 'key', name: 'Key', parentId: 'sales' },
      'DepartmentOpened',
      { parentId: 'sales' },
    ],
    ['/departments/key/rename', { name: '大客户部' }, 'DepartmentRenamed', { before: 'Key', after: '大客户部' }],
    ['/departments/key/move', { parentId: null }, 'DepartmentMoved', { before: 'sales', after: null }],
    ['/teams', { teamId: 'grid', name: 'Grid', departmentId: 'key' }, 'TeamFormed', { departmentId: 'key' }],
    ['/teams/grid/rename', { name: 'Utilities' }, 'TeamRenamed', { after: 'Utilities' }],
    ['/teams/grid/dissolve', {}, 'TeamDissolved', { teamId: 'grid' }],
    ['/departments/key/close', {}, 'DepartmentClosed', { departmentId: 'key' }],
    ['/regions', { regionId: 'east', name: '华东' }, 'RegionOpened', { parentId: null }],
    ['/regions', { regionId: 'sh', name: '上海' }, 'RegionOpened', { regionId: 'sh' }],
    ['/regions/sh/rename', { name: 'Shanghai' }, 'RegionRenamed', { after: 'Shanghai' }],
    ['/regions/sh/move', { parentId: 'east' }, 'RegionMoved', { before: null, after: 'east' }],
    ['/regions/sh/close', {}, 'RegionClosed', { regionId: 'sh' }],
    ['/positions', { positionId: 'p', name: '客户经理' }, 'PositionDefined', { name: '客户经理' }],
    ['/positions/p/rename', { name: 'Account manager' }, 'PositionRenamed', { before: '客户经理' }],
    ['/positions/p/retire', {}, 'PositionRetired', { positionId: 'p' }],
  ];
  for (const [path, body, type, data] of steps) {
    expect(await post(path, body)).toMatchObject({ body: { stream: 'organisation' } });
    expect(await lastEvent()).toMatchObject({ type, subject: '@organisation', data });
  }
});

it('generates the id of a new unit', async () => {
  const { status, body } = await post('/regions', { name: 'North' });
  expect(status).toBe(201);
  expect(await lastEvent()).toMatchObject({ data: { regionId: body.id } });
});

it.each([
  ['a department without a name', '/departments', {}, 'name'],
  ['an invalid parent id', '/departments', { name: 'A', parentId: '../b' }, 'parentId'],
  ['a move without a parent', '/departments/sales/move', {}, 'parentId'],
  ['a team without its department', '/teams', { name: 'A' }, 'departmentId'],
])('refuses %s', async (_, path, body, field) => {
  expect(await post(path, body)).toMatchObject({
    status: 400,
    body: { code: 'ValidationFailed', errors: [{ field }] },
  });
});

it.each([
  ['404 for one in the path', '/departments/moon/move', { parentId: null }, 404, 'department/moon'],
  ['404 for one in the path', '/teams/moon/dissolve', {}, 404, 'team/moon'],
  ['422 for one in the body', '/regions', { name: 'A', parentId: 'moon' }, 422, 'region/moon'],
  ['422 for one in the body', '/teams', { name: 'A', departmentId: 'moon' }, 422, 'department/moon'],
])('answers an unknown unit with %s', async (_, path, body, status, unit) => {
  expect(await post(path, body)).toMatchObject({ status, body: { code: 'UnitUnknown', details: { unit } } });
});

it('names the broken rule', async () => {
  expect(await post('/departments/sales/move', { parentId: 'sales' })).toMatchObject({
    status: 409,
    body: { code: 'UnitInsideItself', details: { unit: 'department/sales', parent: 'department/sales' } },
  });
});
