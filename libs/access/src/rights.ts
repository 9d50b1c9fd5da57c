import type { Organisation, Reach } from './organisation.js';
import type { Grant } from '@annals/slice';

/** The name of a right, such as `deals.read`. */
export type Permission = string;

/** The scope key of records whose customer is not known yet: every right reaches them, whatever its scope. */
export const NO_CUSTOMER = 'customer:none';

/** An authenticated caller. */
export type Principal = { readonly id: string; readonly roles: readonly string[] };

export type Decision = { readonly visible: boolean; readonly masked: boolean };

/** Whether a reach includes something with these scope keys. */
export const takesIn = (reach: Reach | undefined, keys: readonly string[]): boolean =>
  reach === 'all' || (reach !== undefined && keys.some((key) => reach.has(key)));

/** Whether `outer` includes everything that `inner` includes. */
export const covers = (outer: Reach | undefined, inner: Reach): boolean =>
  outer === 'all' || (outer !== undefined && inner !== 'all' && [...inner].every((key) => outer.has(key)));

/** What a user may do, and with which customers. A customer, a deal or a complaint is known by its scope keys. */
export class Rights {
  constructor(
    readonly id: string,
    private readonly reaches: ReadonlyMap<Permission, Reach>,
  ) {}

  /** `undefined` without the permission. */
  reach(permission: Permission): Reach | undefined {
    return this.reaches.get(permission);
  }

  permissions(): readonly Permission[] {
    return [...this.reaches.keys()].sort();
  }

  may(permission: Permission): boolean {
    return this.reaches.has(permission);
  }

  /** Whether the permission covers something with these scope keys. */
  holds(permission: Permission, keys: readonly string[]): boolean {
    return takesIn(this.reaches.get(permission), keys);
  }
}

/** The rights of a user in an organisation, whose roles count rather than those in the token. */
export const rightsOf = (principal: Principal, organisation: Organisation): Rights => {
  const byUser = known.get(organisation) ?? new Map<string, Rights>();
  known.set(organisation, byUser);
  const key = JSON.stringify([principal.id, principal.roles]);
  const rights = byUser.get(key) ?? newRights(principal, organisation);
  byUser.set(key, rights);
  return rights;
};

// Needed at each request, and the organisation seldom changes.
const known = new WeakMap<Organisation, Map<string, Rights>>();

const newRights = ({ id, roles }: Principal, organisation: Organisation): Rights => {
  const reaches = new Map(
    [...organisation.grantedTo(rolesNow(id, roles, organisation))].map(([permission, grants]) => [
      permission,
      union(grants.map(({ scope }) => organisation.reach(id, scope))),
    ]),
  );
  return new Rights(id, reaches);
};

/** The roles in the directory, none for a deactivated user; the given roles for a user who is not in it. */
export const rolesNow = (id: string, roles: readonly string[], { users }: Organisation): readonly string[] => {
  const user = users.get(id);
  if (!user) return roles;
  return user.active ? user.roles : [];
};

/** Whether the user sees something with these scope keys, and whether its personal fields are masked. */
export const decide = (rights: Rights, permission: Permission, keys: readonly string[]): Decision => ({
  visible: rights.holds(permission, keys),
  masked: !rights.holds('personal.read', keys),
});

/** The same for events of the organisation: users, units, roles and API keys. */
export const decideOnOrganisation = (rights: Rights): Decision => ({
  visible: rights.may('access.read'),
  masked: !rights.may('personal.read'),
});

/** The decision for any scope keys; `undefined` if it depends on them. */
export const decideForAll = (rights: Rights, permission: Permission): Decision | undefined => {
  const [reach, personal] = [rights.reach(permission), rights.reach('personal.read')];
  if (reach === undefined) return { visible: false, masked: true };
  if (reach !== 'all' || (personal !== 'all' && personal !== undefined)) return undefined;
  return { visible: true, masked: personal === undefined };
};

/** Whether the user sees the personal fields of everything that the permission covers. */
export const seesPersonal = (rights: Rights, permission: Permission): boolean =>
  covers(rights.reach('personal.read'), rights.reach(permission) ?? new Set());

/** The grants by which a user sees something with these scope keys. */
export const grantsThatReach = (
  { id, roles }: Principal,
  organisation: Organisation,
  permission: Permission,
  keys: readonly string[],
): readonly (Grant & { readonly by: string })[] =>
  (organisation.grantedTo(rolesNow(id, roles, organisation)).get(permission) ?? []).flatMap((grant) => {
    const reach = organisation.reach(id, grant.scope);
    if (reach === 'all') return [{ ...grant, by: 'all' }];
    const by = keys.find((key) => reach.has(key));
    return by === undefined ? [] : [{ ...grant, by }];
  });

const union = (reaches: readonly Reach[]): Reach =>
  reaches.includes('all')
    ? 'all'
    : new Set([NO_CUSTOMER, ...reaches.flatMap((reach) => [...(reach as ReadonlySet<string>)])]);
