import type { UnitKind } from '@annals/contracts-organisation';
import fc from 'fast-check';
import { Chart, membersOfDepartment, membersOfTeam } from './chart.js';
import type { DirectoryUnit, DirectoryUser } from './entry.js';

const unit = (kind: UnitKind, id: string, parentId: string | null): DirectoryUnit => ({
  ...{ kind, id, parentId, name: id, open: true, since: '2026-01-01T00:00:00.000Z', revision: 0 },
});
const chart = new Chart([
  unit('department', 'sales', null),
  unit('department', 'key-accounts', 'sales'),
  unit('department', 'utilities', 'key-accounts'),
  unit('department', 'service', null),
  unit('team', 'grid', 'utilities'),
  unit('region', 'sales', null),
  unit('region', 'shanghai', 'east'),
  unit('region', 'pudong', 'shanghai'),
]);
const ids = (units: readonly DirectoryUnit[]) => units.map(({ id }) => id);

describe('what lies in a unit', () => {
  it('is itself and all units of its kind below it', () =>
    expect([...chart.within('department', ['sales'])]).toEqual(['sales', 'key-accounts', 'utilities']));
  it('is taken together for several', () =>
    expect([...chart.within('department', ['service', 'key-accounts'])]).toEqual([
      'service',
      'key-accounts',
      'utilities',
    ]));
  it('does not mix kinds that share an id', () => expect([...chart.within('region', ['sales'])]).toEqual(['sales']));
  it('is known though the unit itself is not', () =>
    expect([...chart.within('region', ['east'])]).toEqual(['east', 'shanghai', 'pudong']));
});

describe('the path of a unit', () => {
  it('leads from the outermost to itself', () =>
    expect(ids(chart.pathOf('department', 'utilities'))).toEqual(['sales', 'key-accounts', 'utilities']));
  it('ends where nothing more is known', () =>
    expect(ids(chart.pathOf('region', 'pudong'))).toEqual(['shanghai', 'pudong']));
  it('is that of a team alone, since its department is of another kind', () =>
    expect(ids(chart.pathOf('team', 'grid'))).toEqual(['grid']));
  it('is empty for a unit that nobody knows', () => expect(chart.pathOf('region', 'moon')).toEqual([]));
});

it('ends, however units lie in each other', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 }))), (pairs) => {
      const any = new Chart(pairs.map(([id, parent]) => unit('region', `${id}`, `${parent}`)));
      for (const [id] of pairs) {
        for (const outer of any.pathOf('region', `${id}`)) {
          expect(any.within('region', [outer.id])).toContain(`${id}`);
        }
      }
    }),
  ));

describe('members', () => {
  const user = (userId: string, departmentId: string | null, teamId: string | null = null): DirectoryUser => ({
    ...{ kind: 'user', userId, name: userId, displayName: userId, email: null, roles: [], active: true },
    ...{ departmentId, teamId, positionId: null, regionIds: [], revision: 0, accessRevision: 0 },
    ...{ since: '2026-01-01T00:00:00.000Z', addedAt: '2026-01-01T00:00:00.000Z' },
  });
  const users = [user('ann', 'sales'), user('bo', 'utilities', 'grid'), user('cy', 'service'), user('di', null)];
  const names = (members: readonly DirectoryUser[]) => members.map(({ userId }) => userId);

  it('of a team are the users placed in it', () => expect(names(membersOfTeam(users, 'grid'))).toEqual(['bo']));
  it('of a department are those of its sub-departments, too', () => {
    expect(names(membersOfDepartment(chart, users, 'sales'))).toEqual(['ann', 'bo']);
    expect(names(membersOfDepartment(chart, users, 'service'))).toEqual(['cy']);
  });
});
