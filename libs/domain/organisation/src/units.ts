import type { UnitEvent, UnitKind } from '@annals/contracts-organisation';
import type { Decider, ImmutableMap } from '@annals/event-sourcing';
import { organisationProblems } from './organisation.problems.js';

/** `parent` is the key of the unit above. */
export type Unit = { readonly name: string; readonly parent: string | null; readonly open: boolean };

/** All units by key. */
export type Units = ImmutableMap<Unit>;

/** All units are in one stream, so that no race can move a unit below itself or below a closed one. */
export const UNITS = 'organisation';

const keyIn = (kind: UnitKind) => (id: string) => `${kind}/${id}`;
export const department = keyIn('department');
export const region = keyIn('region');
export const team = keyIn('team');
export const position = keyIn('position');

/** The key of the unit that a command or an event is about. */
export const keyOf = (about: Partial<Readonly<Record<`${UnitKind}Id`, string>>>): string => {
  if (about.teamId !== undefined) return team(about.teamId); // first, since a team is formed in a department
  if (about.departmentId !== undefined) return department(about.departmentId);
  return about.regionId === undefined ? position(about.positionId!) : region(about.regionId);
};

export const idOf = (key: string) => key.slice(key.indexOf('/') + 1);

const { reject } = organisationProblems;

/** `reject` for the unit in the path of a command, `rejectReference` for one in its body. */
type Refuse = (typeof organisationProblems)['rejectReference'];

/** The open unit with this key. Throws `Rejection` with the code `UnitUnknown` or `UnitClosed`. */
export const openUnit = (units: Units, key: string, refuse?: Refuse): Unit => {
  const unit = known(units, key, refuse);
  return unit.open ? unit : reject('UnitClosed', { unit: key });
};

/** Throws `Rejection` with the code `UnitUnknown`. */
export const known = (units: Units, key: string, refuse: Refuse = reject): Unit =>
  units.get(key) ?? refuse('UnitUnknown', { unit: key });

/** The keys of the open units directly below a unit. */
export const partsOf = (units: Units, key: string): readonly string[] =>
  [...units].filter(([, { parent, open }]) => open && parent === key).map(([part]) => part);

/** Whether a unit is the `outer` one or below it at any depth. */
export const isWithin = (units: Units, key: string, outer: string): boolean => {
  const { parent } = known(units, key);
  return key === outer || (parent !== null && isWithin(units, parent, outer));
};

const opened = (units: Units, key: string, name: string, parent: string | null = null): Units =>
  units.with(key, { name, parent, open: true });

// A change before the opening changes nothing: there is no unit yet.
const changed = (units: Units, key: string, change: Partial<Unit>): Units => {
  const unit = units.get(key);
  return unit ? units.with(key, { ...unit, ...change }) : units;
};

const orNone = (key: (id: string) => string, id: string | null) => (id === null ? null : key(id));

export const evolve: Decider<never, Units, UnitEvent>['evolve'] = {
  DepartmentOpened: (units, { departmentId, name, parentId }) =>
    opened(units, department(departmentId), name, orNone(department, parentId)),
  DepartmentRenamed: (units, { departmentId, after }) => changed(units, department(departmentId), { name: after }),
  DepartmentMoved: (units, { departmentId, after }) =>
    changed(units, department(departmentId), { parent: orNone(department, after) }),
  DepartmentClosed: (units, { departmentId }) => changed(units, department(departmentId), { open: false }),

  RegionOpened: (units, { regionId, name, parentId }) =>
    opened(units, region(regionId), name, orNone(region, parentId)),
  RegionRenamed: (units, { regionId, after }) => changed(units, region(regionId), { name: after }),
  RegionMoved: (units, { regionId, after }) => changed(units, region(regionId), { parent: orNone(region, after) }),
  RegionClosed: (units, { regionId }) => changed(units, region(regionId), { open: false }),

  TeamFormed: (units, { teamId, name, departmentId }) => opened(units, team(teamId), name, department(departmentId)),
  TeamRenamed: (units, { teamId, after }) => changed(units, team(teamId), { name: after }),
  TeamDissolved: (units, { teamId }) => changed(units, team(teamId), { open: false }),

  PositionDefined: (units, { positionId, name }) => opened(units, position(positionId), name),
  PositionRenamed: (units, { positionId, after }) => changed(units, position(positionId), { name: after }),
  PositionRetired: (units, { positionId }) => changed(units, position(positionId), { open: false }),
};
