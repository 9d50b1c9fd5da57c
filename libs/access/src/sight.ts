import type { Organisation, Reach } from './organisation.js';
import type { Grant } from '@annals/slice';

/** The name of a right, such as `deals.read`. */
export type Permission = string;

/** Whoever asks. */
export type Asking = { readonly id: string; readonly roles: readonly string[] };

export type Decision = { readonly visible: boolean; readonly masked: boolean };

/** Whether a reach takes in something with these marks. */
export const takesIn = (reach: Reach | undefined, marks: readonly string[]): boolean =>
  reach === 'all' || (reach !== undefined && marks.some((mark) => reach.has(mark)));

/** Whether whatever `inner` takes in is taken in by `outer` as well. */
export const covers = (outer: Reach | undefined, inner: Reach): boolean =>
  outer === 'all' || (outer !== undefined && inner !== 'all' && [...inner].every((mark) => outer.has(mark)));

/** What somebody may do, and to which customers. A customer, a deal or a complaint is known by its marks. */
export class Sight {
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

  /** Whether the permission holds for something with these marks. */
  holds(permission: Permission, marks: readonly string[]): boolean {
    return takesIn(this.reaches.get(permission), marks);
  }
}

/** The rights of a user in an organisation, which knows better than the token what roles he or she has now. */
export const sightOf = (asking: Asking, organisation: Organisation): Sight => {
  const sights = known.get(organisation) ?? new Map<string, Sight>();
  known.set(organisation, sights);
  const key = JSON.stringify([asking.id, asking.roles]);
  const sight = sights.get(key) ?? newSight(asking, organisation);
  sights.set(key, sight);
  return sight;
};

// Every request asks, and the organisation seldom changes.
const known = new WeakMap<Organisation, Map<string, Sight>>();

const newSight = ({ id, roles }: Asking, organisation: Organisation): Sight => {
  const reaches = new Map(
    [...organisation.grantedTo(rolesNow(id, roles, organisation))].map(([permission, grants]) => [
      permission,
      union(grants.map(({ scope }) => organisation.reach(id, scope))),
    ]),
  );
  return new Sight(id, reaches);
};

/** Those that the directory says, none for whoever was deactivated; the given ones for whoever is not in it. */
export const rolesNow = (id: string, roles: readonly string[], { users }: Organisation): readonly string[] => {
  const user = users.get(id);
  if (!user) return roles;
  return user.active ? user.roles : [];
};

/** Whether somebody sees what carries the marks, and whether its personal fields are hidden from him or her. */
export const decide = (sight: Sight, permission: Permission, marks: readonly string[]): Decision => ({
  visible: sight.holds(permission, marks),
  masked: !sight.holds('personal.read', marks),
});

/** The same of what belongs to the organisation and to no customer. */
export const decideOnOrganisation = (sight: Sight): Decision => ({
  visible: sight.may('organisation.read'),
  masked: !sight.may('personal.read'),
});

/** The decision that holds whatever the marks are; `undefined` if it depends on them. */
export const decideForAll = (sight: Sight, permission: Permission): Decision | undefined => {
  const [reach, personal] = [sight.reach(permission), sight.reach('personal.read')];
  if (reach === undefined) return { visible: false, masked: true };
  if (reach !== 'all' || (personal !== 'all' && personal !== undefined)) return undefined;
  return { visible: true, masked: personal === undefined };
};

/** Whether nothing personal is hidden from somebody of what the permission takes in. */
export const seesPersonal = (sight: Sight, permission: Permission): boolean =>
  covers(sight.reach('personal.read'), sight.reach(permission) ?? new Set());

/** By which roles and scopes a user sees what carries the marks. */
export const grantsThatReach = (
  { id, roles }: Asking,
  organisation: Organisation,
  permission: Permission,
  marks: readonly string[],
): readonly (Grant & { readonly by: string })[] =>
  (organisation.grantedTo(rolesNow(id, roles, organisation)).get(permission) ?? []).flatMap((grant) => {
    const reach = organisation.reach(id, grant.scope);
    if (reach === 'all') return [{ ...grant, by: 'all' }];
    const by = marks.find((mark) => reach.has(mark));
    return by === undefined ? [] : [{ ...grant, by }];
  });

const union = (reaches: readonly Reach[]): Reach =>
  reaches.includes('all') ? 'all' : new Set(reaches.flatMap((reach) => [...(reach as ReadonlySet<string>)]));
