import type { UnitKind } from '@annals/contracts-organisation';
import { unitKey, type DirectoryUnit, type DirectoryUser } from './entry.js';

/** How units lie in each other. Closed ones are in it, too: what belonged to them still does. */
export class Chart {
  private readonly units: ReadonlyMap<string, DirectoryUnit>;
  private readonly below: ReadonlyMap<string, readonly DirectoryUnit[]>;

  constructor(units: Iterable<DirectoryUnit>) {
    const all = [...units];
    this.units = new Map(all.map((unit) => [unitKey(unit.kind, unit.id), unit]));
    this.below = Map.groupBy(
      all.filter(({ kind, parentId }) => kind !== 'team' && parentId !== null),
      ({ kind, parentId }) => unitKey(kind, parentId!),
    );
  }

  unit(kind: UnitKind, id: string): DirectoryUnit | undefined {
    return this.units.get(unitKey(kind, id));
  }

  /** The units of its kind that a unit is in, from the outermost to itself; empty if there is no such unit. */
  pathOf(kind: UnitKind, id: string): readonly DirectoryUnit[] {
    const path: DirectoryUnit[] = [];
    for (let at = this.unit(kind, id); at && !path.includes(at); at = this.above(at)) path.unshift(at);
    return path;
  }

  /** The ids of units and of all that lie in them, at any depth: departments with sub-departments, regions with sub-regions. */
  within(kind: UnitKind, ids: readonly string[]): ReadonlySet<string> {
    const found = new Set(ids);
    for (const id of found) for (const unit of this.below.get(unitKey(kind, id)) ?? []) found.add(unit.id);
    return found;
  }

  private above({ kind, parentId }: DirectoryUnit) {
    return kind === 'team' || parentId === null ? undefined : this.unit(kind, parentId);
  }
}

export const membersOfTeam = (users: Iterable<DirectoryUser>, teamId: string): readonly DirectoryUser[] =>
  [...users].filter((user) => user.teamId === teamId);

/** The users in a department or in one below it. */
export const membersOfDepartment = (
  chart: Chart,
  users: Iterable<DirectoryUser>,
  departmentId: string,
): readonly DirectoryUser[] => {
  const departments = chart.within('department', [departmentId]);
  return [...users].filter((user) => user.departmentId !== null && departments.has(user.departmentId));
};
