import {
  covers,
  decide,
  decideForAll,
  grantsThatReach,
  rightsOf,
  takesIn,
  type Permission,
  type Reach,
} from '@annals/access';
import { ROLES } from '@annals/contracts-values';
import fc from 'fast-check';
import { catalogue } from '../test/catalogue.js';
import { company, organisationOf, user } from '../test/company.js';

const { grants, rights } = catalogue;

const organisation = organisationOf(company, grants);
const seeing = (id: string, ...roles: string[]) => rightsOf({ id, roles }, organisation);
const nobody = { visible: false, masked: true };

describe('rights', () => {
  it('are those of the roles that the directory knows, whatever the token says', () => {
    expect(seeing('ann', 'administrator').may('organisation.manage')).toBe(false);
    expect(seeing('ann').may('customers.write')).toBe(true);
  });
  it('are those of the token for a user who is not in the directory', () =>
    expect(seeing('admin', 'administrator').may('organisation.manage')).toBe(true));
  it('are none for a deactivated user', () => expect(seeing('xi', 'administrator').permissions()).toEqual([]));
  it('are none by a role that nobody knows', () => expect(seeing('eve', 'emperor').permissions()).toEqual([]));
  it('of an administrator are all there are, over all customers', () => {
    const admin = seeing('admin', 'administrator');
    expect(admin.permissions()).toEqual(Object.keys(rights).sort());
    expect(admin.permissions().map((permission) => admin.reach(permission))).not.toContainEqual(expect.any(Set));
  });
});

describe('a customer', () => {
  it.each([
    ['the owner', 'ann', ['owner:ann'], { visible: true, masked: false }],
    ['a colleague of the team', 'bob', ['owner:ann'], { visible: true, masked: false }],
    ['a colleague of another team', 'cid', ['owner:ann'], nobody],
    ['the head of the department above', 'max', ['owner:ann'], { visible: true, masked: false }],
    [
      'the head of the department that its file names',
      'max',
      ['department:Key accounts'],
      { visible: true, masked: false },
    ],
    ['service of its region', 'sue', ['owner:x', 'region:shanghai'], { visible: true, masked: false }],
    ['service of another region', 'sue', ['region:north'], nobody],
    ['an analyst who does not own it', 'lea', ['owner:ann'], { visible: true, masked: true }],
    ['an analyst who sells, and owns it', 'lea', ['owner:lea'], { visible: true, masked: false }],
    ['somebody who has left', 'xi', ['owner:xi'], nobody],
  ])('is shown to %s as its marks say', (_, userId, marks, expected) =>
    expect(decide(seeing(userId), 'customers.read', marks)).toEqual(expected),
  );

  it('without scope keys is visible to users who see all', () => {
    expect(decide(seeing('ann'), 'customers.read', [])).toEqual(nobody);
    expect(decide(seeing('lea'), 'customers.read', [])).toEqual({ visible: true, masked: true });
  });
});

describe('a decision that needs no marks', () => {
  it.each([
    [['administrator'], { visible: true, masked: false }],
    [['analyst'], { visible: true, masked: true }],
    [[], nobody],
    [['sales'], undefined],
    [['analyst', 'sales'], undefined],
  ])('of %j is %j', (roles, expected) =>
    expect(decideForAll(seeing('zoe', ...roles), 'customers.read')).toEqual(expected),
  );

  it('is the one that the marks would give', () =>
    fc.assert(
      fc.property(
        fc.subarray([...ROLES]),
        fc.constantFrom<Permission>('customers.read', 'deals.read', 'events.read', 'history.read'),
        fc.subarray(['owner:zoe', 'owner:x', 'region:east']),
        (roles, permission, marks) => {
          const sight = seeing('zoe', ...roles);
          const always = decideForAll(sight, permission);
          const { visible, masked } = decide(sight, permission, marks);
          if (always?.visible) expect({ visible, masked }).toEqual(always);
          if (always?.visible === false) expect(visible).toBe(false);
        },
      ),
    ));
});

it('adds up over roles: more roles never see less', () =>
  fc.assert(
    fc.property(
      fc.subarray([...ROLES]),
      fc.subarray([...ROLES]),
      fc.constantFrom(...Object.keys(rights)),
      fc.subarray(['owner:zoe', 'region:east', 'department:key']),
      (some, more, permission, marks) => {
        const staff = (roles: readonly (typeof ROLES)[number][]) =>
          organisationOf([...company, user('zoe', roles, { departmentId: 'key', regionIds: ['east'] })], grants);
        const holds = (roles: readonly (typeof ROLES)[number][]) =>
          rightsOf({ id: 'zoe', roles }, staff(roles)).holds(permission, marks);
        expect(holds([...new Set([...some, ...more])])).toBe(holds(some) || holds(more));
      },
    ),
  ));

describe('the reason for which a user sees a customer', () => {
  const reasons = (id: string, ...marks: string[]) =>
    grantsThatReach({ id, roles: [] }, organisation, 'customers.read', marks).map(({ role, scope, by }) => [
      role,
      scope,
      by,
    ]);
  it('is the role, the scope and the mark that it takes in', () => {
    expect(reasons('bob', 'region:east', 'owner:ann')).toEqual([['sales', 'team', 'owner:ann']]);
    expect(reasons('lea', 'owner:lea')).toEqual([
      ['analyst', 'all', 'all'],
      ['sales', 'team', 'owner:lea'],
    ]);
  });
  it('is none for a user who does not', () => {
    expect(reasons('bob', 'owner:cid')).toEqual([]);
    expect(reasons('xi', 'owner:xi')).toEqual([]);
  });
});

describe('reaches', () => {
  const [one, two]: Reach[] = [new Set(['a']), new Set(['a', 'b'])];
  it.each([
    ['all', one, true],
    ['all', 'all', true],
    [one, 'all', false],
    [two, one, true],
    [one, two, false],
    [undefined, one, false],
  ] as const)('cover each other: %#', (outer, inner, expected) => expect(covers(outer, inner!)).toBe(expected));
  it('take in what carries one of their marks', () => {
    expect(takesIn(two, ['b', 'c'])).toBe(true);
    expect(takesIn(two, ['c'])).toBe(false);
    expect(takesIn(undefined, ['a'])).toBe(false);
    expect(takesIn('all', [])).toBe(true);
  });
});
