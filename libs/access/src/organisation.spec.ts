import { SCOPES, type Scope } from '@annals/slice';
import fc from 'fast-check';
import { company, organisationOf, user } from '../test/company.js';

const organisation = organisationOf(company, []);
const reach = (userId: string, scope: Scope) => {
  const marks = organisation.reach(userId, scope);
  return marks === 'all' ? marks : [...marks].sort();
};

describe('a scope reaches', () => {
  it.each<[Scope, string, readonly string[] | 'all']>([
    ['all', 'ann', 'all'],
    ['own', 'ann', ['owner:ann']],
    ['team', 'ann', ['owner:ann', 'owner:bob']],
    ['team', 'cid', ['owner:cid']],
    ['department', 'cid', ['department:Key accounts', 'department:key', 'owner:ann', 'owner:bob', 'owner:cid']],
    ['department', 'sue', ['owner:sue']],
    ['region', 'sue', ['owner:sue', 'region:east', 'region:shanghai', 'region:华东']],
    ['region', 'ann', ['owner:ann']],
    ['department', 'nobody', ['owner:nobody']],
    ['all', 'nobody', 'all'],
  ])('by %s of %s', (scope, userId, marks) => expect(reach(userId, scope)).toEqual(marks));

  it('what lies in its sub-departments as well', () =>
    expect(reach('max', 'department')).toEqual([
      ...['department:Key accounts', 'department:key', 'department:lab', 'department:sales'],
      ...['owner:ann', 'owner:bob', 'owner:cid', 'owner:max'],
    ]));

  it('a region that has no entry in the directory', () =>
    expect([...organisationOf([user('flo', [], { regionIds: ['north'] })], []).reach('flo', 'region')]).toEqual([
      ...['owner:flo', 'region:north'],
    ]));

  it('whatever the user owns, whichever scope it is', () =>
    fc.assert(
      fc.property(fc.constantFrom(...organisation.users.keys()), fc.constantFrom(...SCOPES), (userId, scope) =>
        expect([reach(userId, scope)].flat()).toContainEqual(scope === 'all' ? 'all' : `owner:${userId}`),
      ),
    ));
});
