import {
  ApiKeyIssued,
  ApiKeyRevoked,
  DepartmentClosed,
  DepartmentMoved,
  DepartmentOpened,
  DepartmentRenamed,
  organisationContracts,
  PositionDefined,
  PositionRetired,
  RegionMoved,
  RegionOpened,
  RolesGranted,
  TeamDissolved,
  TeamFormed,
  UserAdded,
  UserDeactivated,
  UserDetailsChanged,
  UserPlaced,
  UserReactivated,
  type OrganisationEvent,
} from '@annals/contracts-organisation';
import { fieldsOf, project, typesOf } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { directory } from './directory.js';
import { apiKeyKey, unitKey, userKey } from './entry.js';

const userId = 'u-23';
const added = UserAdded.event({ userId, name: 'li.na', displayName: '李娜 Li', email: 'li.na@example.com' });
const nowhere = { departmentId: null, teamId: null, positionId: null, regionIds: [] };
const placement = { departmentId: 'sales', teamId: 't-1', positionId: 'p-1', regionIds: ['east', 'west'] };
const placed = UserPlaced.event({ userId, ...placement, previous: null });
const granted = RolesGranted.event({ userId, before: [], after: ['sales', 'manager'] });
const deactivated = UserDeactivated.event({ userId, reason: 'left' });
const reactivated = UserReactivated.event({ userId, reason: null });

const opened = DepartmentOpened.event({ departmentId: 'sales', name: 'Sales', parentId: null });
const moved = DepartmentMoved.event({ departmentId: 'sales', before: null, after: 'market' });
const renamed = DepartmentRenamed.event({ departmentId: 'sales', before: 'Sales', after: '营销部' });
const closed = DepartmentClosed.event({ departmentId: 'sales' });
const region = RegionOpened.event({ regionId: 'sales', name: 'Shanghai', parentId: null });
const regionMoved = RegionMoved.event({ regionId: 'sales', before: null, after: 'east' });
const formed = TeamFormed.event({ teamId: 't-1', name: 'Grid', departmentId: 'sales' });
const dissolved = TeamDissolved.event({ teamId: 't-1' });
const defined = PositionDefined.event({ positionId: 'p-1', name: 'Dispatcher' });
const retired = PositionRetired.event({ positionId: 'p-1' });
const issued = ApiKeyIssued.event({ keyId: 'k-1', userId, name: 'ERP', expiresAt: null });
const revoked = ApiKeyRevoked.event({ keyId: 'k-1', userId });

const after = (key: string, ...events: OrganisationEvent[]) => project(directory, recorded(events)).get(key);
const user = (...events: OrganisationEvent[]) => after(userKey(userId), added, ...events);
const department = (...events: OrganisationEvent[]) => after(unitKey('department', 'sales'), opened, ...events);
const day = (number: number) => `2026-01-0${number}T00:00:00.000Z`;

describe('a user in the directory', () => {
  it('is active, nowhere and without roles at first', () => {
    expect(user()).toEqual({
      ...{ kind: 'user', userId, name: 'li.na', displayName: '李娜 Li', email: 'li.na@example.com' },
      ...{ roles: [], ...nowhere, active: true, since: day(1), addedAt: day(1), revision: 0, accessRevision: -1 },
    });
  });
  it('need not have an e-mail address', () =>
    expect(after(userKey('u-1'), UserAdded.event({ userId: 'u-1', name: 'a', displayName: 'A' }))).toMatchObject({
      email: null,
    }));
  it('has the latest details', () => {
    const before = { displayName: '李娜 Li', email: 'li.na@example.com' };
    const changed = (more: object) =>
      UserDetailsChanged.event({ userId, before, after: { displayName: 'Li Na', ...more } });
    expect(user(changed({}))).toMatchObject({ displayName: 'Li Na', email: null });
    expect(user(changed({ email: 'a@b.c' }))).toMatchObject({ email: 'a@b.c' });
  });
  it('is where it was placed last', () => {
    const again = UserPlaced.event({ userId, ...nowhere, previous: placement });
    expect(user(placed)).toMatchObject(placement);
    expect(user(placed, again)).toMatchObject(nowhere);
  });
  it('has the roles that it was granted last', () =>
    expect(user(granted)).toMatchObject({ roles: ['sales', 'manager'] }));
  it('is active or not, since a time', () => {
    expect(user(deactivated)).toMatchObject({ active: false, since: day(2), addedAt: day(1) });
    expect(user(deactivated, reactivated)).toMatchObject({ active: true, since: day(3), reactivatedAt: day(3) });
  });
  it('has the revisions of its own events and of those about its roles and activity', () => {
    expect(user(placed, granted, deactivated)).toMatchObject({ revision: 1, accessRevision: 3 });
  });
  it('is not there before it was added', () => expect(after(userKey(userId), granted)).toBeUndefined());
  it('is found by where it is, its roles and its names', () => {
    expect(fieldsOf(directory, user(placed, granted)!)).toEqual({
      ...{ kind: 'user', active: true, name: '李娜 li', user: userId },
      ...{ department: 'sales', team: 't-1', position: 'p-1', region: ['east', 'west'], role: ['sales', 'manager'] },
      term: ['li', 'na', 'lina', '李娜', '娜', 'ln'],
    });
  });
});

describe('a unit in the directory', () => {
  it('is open, with its name and parent', () =>
    expect(department()).toEqual({
      ...{ kind: 'department', id: 'sales', name: 'Sales', parentId: null, open: true, since: day(1), revision: 0 },
    }));
  it('follows its new name and its new place', () =>
    expect(department(renamed, moved)).toMatchObject({
      name: '营销部',
      parentId: 'market',
      since: day(1),
      revision: 2,
    }));
  it('stays there when it is closed', () => expect(department(closed)).toMatchObject({ open: false, since: day(2) }));
  it.each([
    ['region', 'sales', [region, regionMoved], { name: 'Shanghai', parentId: 'east' }],
    ['team', 't-1', [formed, dissolved], { name: 'Grid', parentId: 'sales', open: false }],
    ['position', 'p-1', [defined, retired], { name: 'Dispatcher', parentId: null, open: false }],
  ] as const)('may be a %s', (kind, id, events, unit) =>
    expect(after(unitKey(kind, id), opened, ...events)).toMatchObject({ kind, id, ...unit }),
  );
  it('is found by kind, name and whether it is open', () =>
    expect(fieldsOf(directory, department(closed)!)).toEqual({
      ...{ kind: 'department', active: false, name: 'sales', user: null },
      ...{ department: null, team: null, position: null, region: [], role: [], term: [] },
    }));
});

describe('an API key in the directory', () => {
  it('is found by its user', () => {
    const key = after(apiKeyKey('k-1'), issued)!;
    expect(key).toEqual({
      ...{ kind: 'api-key', keyId: 'k-1', userId, name: 'ERP' },
      ...{ issuedAt: day(1), expiresAt: null, revokedAt: null },
    });
    expect(fieldsOf(directory, key)).toMatchObject({ kind: 'api-key', user: userId, active: true });
  });
  it('is no longer active once revoked', () => {
    const key = after(apiKeyKey('k-1'), issued, revoked)!;
    expect(key).toMatchObject({ revokedAt: day(2) });
    expect(fieldsOf(directory, key)).toMatchObject({ active: false });
  });
});

describe('the directory', () => {
  it('takes in every event of the organisation', () =>
    expect(typesOf(directory).toSorted()).toEqual(organisationContracts.map(({ type }): string => type).toSorted()));

  const anyEvent = fc.constantFrom<OrganisationEvent>(
    ...[added, placed, granted, deactivated, reactivated, opened, moved, renamed, closed],
    ...[region, regionMoved, formed, dissolved, defined, retired, issued, revoked],
  );
  projectionContract(directory, anyLogOf(anyEvent));
});
