import {
  DepartmentOpened,
  PositionDefined,
  RegionOpened,
  TeamDissolved,
  TeamFormed,
  UserAdded,
  UserDetailsChanged,
  UserPlaced,
} from '@annals/contracts-organisation';
import { fold } from '@annals/event-sourcing';
import { scenarios } from '@annals/testing';
import { user } from './user.decider.js';

const given = scenarios(user);
const userId = 'u-23';
const details = { displayName: '李娜', email: 'li.na@example.com' };
const added = UserAdded.event({ userId, name: 'Li.Na', ...details });
const changed = UserDetailsChanged.event({ userId, before: details, after: { displayName: 'Li Na' } });

const add = { type: 'AddUser', userId, name: 'Li.Na', ...details } as const;
const change = { type: 'ChangeUserDetails', userId, displayName: 'Li Na' } as const;

describe('adding a user', () => {
  it('records the details', () => given().when(add).then(added));
  it('does not require an e-mail address', () =>
    given()
      .when({ type: 'AddUser', userId, name: 'erp', displayName: 'ERP' })
      .then(UserAdded.event({ userId, name: 'erp', displayName: 'ERP' })));
  it('is silent when repeated, even after a change', () => given(added, changed).when(add).thenNothing());
  it('is refused when another user has the id', () =>
    given(added)
      .when({ ...add, name: 'wang.fang' })
      .thenRejected('UserAlreadyExists', { userId }));
  it('reserves the name in any notation', () => {
    expect(user.identifiers!(fold(user, [added]))).toEqual([{ kind: 'userName', field: 'name', value: 'li.na' }]);
    const wide = UserAdded.event({ ...added.data, name: 'ｌｉ.ｎａ' });
    expect(user.identifiers!(fold(user, [wide]))).toEqual([{ kind: 'userName', field: 'name', value: 'li.na' }]);
    expect(user.identifiers!(user.initial)).toEqual([]);
  });
});

describe('changing the details of a user', () => {
  it('records the details before and after', () => given(added).when(change).then(changed));
  it('is silent when repeated', () => given(added, changed).when(change).thenNothing());
  it('is refused for an unknown user', () => given().when(change).thenRejected('UserUnknown'));
});

describe('placing a user', () => {
  const sales = DepartmentOpened.event({ departmentId: 'sales', name: 'Sales', parentId: null });
  const service = DepartmentOpened.event({ departmentId: 'service', name: 'Service', parentId: null });
  const grid = TeamFormed.event({ teamId: 'grid', name: 'Grid', departmentId: 'sales' });
  const dissolved = TeamDissolved.event({ teamId: 'grid' });
  const dispatcher = PositionDefined.event({ positionId: 'dispatcher', name: 'Dispatcher' });
  const regions = ['east', 'west'].map((regionId) => RegionOpened.event({ regionId, name: regionId, parentId: null }));
  const chart = [sales, service, grid, dispatcher, ...regions];

  const nowhere = { departmentId: null, teamId: null, positionId: null, regionIds: [] };
  const somewhere = { departmentId: 'sales', teamId: 'grid', positionId: 'dispatcher', regionIds: ['east', 'west'] };
  const place = { type: 'PlaceUser', userId } as const;
  const placed = UserPlaced.event({ userId, ...somewhere, previous: null });

  it('records the placement', () =>
    given(added)
      .inContext(...chart)
      .when({ ...place, ...somewhere })
      .then(placed));
  it('records the previous placement', () =>
    given(added, placed)
      .inContext(...chart)
      .when({ ...place, departmentId: 'service' })
      .then(UserPlaced.event({ userId, ...nowhere, departmentId: 'service', previous: somewhere })));
  it('may be empty', () =>
    given(added, placed)
      .when(place)
      .then(UserPlaced.event({ userId, ...nowhere, previous: somewhere })));
  it('uses the department of the team if none is given', () =>
    given(added)
      .inContext(...chart)
      .when({ ...place, teamId: 'grid' })
      .then(UserPlaced.event({ userId, ...nowhere, departmentId: 'sales', teamId: 'grid', previous: null })));
  it('records each region once, in any order', () =>
    given(added, placed)
      .inContext(...chart)
      .when({ ...place, ...somewhere, regionIds: ['west', 'east', 'west'] })
      .thenNothing());
  it('is silent when repeated, even after the team was dissolved', () =>
    given(added, placed)
      .inContext(...chart, dissolved)
      .when({ ...place, ...somewhere })
      .thenNothing());

  it.each([
    ['a department', { departmentId: 'moon' }, 'department/moon'],
    ['a team', { teamId: 'moon' }, 'team/moon'],
    ['a position', { positionId: 'moon' }, 'position/moon'],
    ['a region', { regionIds: ['east', 'moon'] }, 'region/moon'],
  ])('is refused in %s that does not exist', (_, where, unit) =>
    given(added)
      .inContext(...chart)
      .when({ ...place, ...where })
      .thenRejected('UnitUnknown', { unit }),
  );
  it('is refused in a team that was dissolved', () =>
    given(added)
      .inContext(...chart, dissolved)
      .when({ ...place, teamId: 'grid' })
      .thenRejected('UnitClosed', { unit: 'team/grid' }));
  it('is refused in a team of another department', () =>
    given(added)
      .inContext(...chart)
      .when({ ...place, teamId: 'grid', departmentId: 'service' })
      .thenRejected('TeamOfAnotherDepartment', { teamId: 'grid', departmentId: 'service' }));
  it('is refused for an unknown user', () => given().when(place).thenRejected('UserUnknown'));
});
