import type { UnitKind } from '@annals/contracts-organisation';
import type { Group } from '@annals/event-sourcing';
import type { DirectoryUnit } from '@annals/projections-organisation';

/** `members` counts the active users who were placed in the unit itself; `since`: opened or closed. */
export type UnitEntry = Omit<DirectoryUnit, 'kind' | 'parentId' | 'revision'> & { readonly members: number };

export type DepartmentEntry = UnitEntry & {
  readonly teams: readonly UnitEntry[];
  readonly departments: readonly DepartmentEntry[];
};
export type RegionEntry = UnitEntry & { readonly regions: readonly RegionEntry[] };

/** Departments and regions, each with what lies in it, and positions; sorted by name. */
export type OrganisationTree = {
  readonly departments: readonly DepartmentEntry[];
  readonly regions: readonly RegionEntry[];
  readonly positions: readonly UnitEntry[];
};

/** Active users by unit, for each kind. */
export type Members = Readonly<Record<UnitKind, ReadonlyMap<string, number>>>;

export const membersOf = (groups: readonly Group[]): ReadonlyMap<string, number> =>
  new Map(groups.map(({ key: [id], count }) => [`${id}`, count]));

/** Of units sorted by name. A unit whose parent is not among them stands by itself. */
export const treeOf = (units: readonly DirectoryUnit[], members: Members): OrganisationTree => {
  const known = new Set(units.map(placeOf));
  const parts = Map.groupBy(units, ({ kind, parentId }) => {
    const parent = `${kind}/${parentId}`;
    return kind === 'team' || known.has(parent) ? `${kind} in ${parentId}` : kind;
  });
  const listed = ({ kind, id, name, open, since }: DirectoryUnit): UnitEntry => ({
    ...{ id, name, open, since },
    members: members[kind].get(id) ?? 0,
  });
  const all = <Entry>(key: string, entry: (unit: DirectoryUnit) => Entry) => (parts.get(key) ?? []).map(entry);

  const department = (unit: DirectoryUnit): DepartmentEntry => ({
    ...listed(unit),
    teams: all(`team in ${unit.id}`, listed),
    departments: all(`department in ${unit.id}`, department),
  });
  const region = (unit: DirectoryUnit): RegionEntry => ({
    ...listed(unit),
    regions: all(`region in ${unit.id}`, region),
  });
  return {
    departments: all('department', department),
    regions: all('region', region),
    positions: all('position', listed),
  };
};

const placeOf = ({ kind, id }: DirectoryUnit) => `${kind}/${id}`;
