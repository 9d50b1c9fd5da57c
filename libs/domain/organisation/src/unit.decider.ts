import {
  DepartmentClosed,
  DepartmentMoved,
  DepartmentOpened,
  DepartmentRenamed,
  ORGANISATION,
  PositionDefined,
  PositionRenamed,
  PositionRetired,
  RegionClosed,
  RegionMoved,
  RegionOpened,
  RegionRenamed,
  TeamDissolved,
  TeamFormed,
  TeamRenamed,
  type UnitEvent,
} from '@annals/contracts-organisation';
import { ImmutableMap, type CommandOf, type Decider } from '@annals/event-sourcing';
import { organisationProblems } from './organisation.problems.js';
import type * as commands from './unit.commands.js';
import {
  department,
  evolve,
  idOf,
  isWithin,
  keyOf,
  known,
  partsOf,
  position,
  region,
  openUnit,
  team,
} from './units.js';
import { UNITS, type Units } from './units.js';

const { reject, rejectReference } = organisationProblems;

export const unit: Decider<CommandOf<typeof commands>, Units, UnitEvent> = {
  stream: () => UNITS,
  subject: () => ORGANISATION,
  record: keyOf,
  initial: ImmutableMap.empty(),
  evolve,

  decide: {
    OpenDepartment: ({ departmentId, name, parentId = null }, units) =>
      isNew(units, department(departmentId), name, parentId && department(parentId))
        ? [DepartmentOpened.event({ departmentId, name, parentId })]
        : [],
    RenameDepartment: ({ departmentId, name: after }, units) =>
      renaming(units, department(departmentId), after).map((before) =>
        DepartmentRenamed.event({ departmentId, before, after }),
      ),
    MoveDepartment: ({ departmentId, parentId: after }, units) =>
      moving(units, department(departmentId), after && department(after)).map((before) =>
        DepartmentMoved.event({ departmentId, before, after }),
      ),
    CloseDepartment: ({ departmentId }, units) =>
      alreadyClosed(units, department(departmentId)) ? [] : [DepartmentClosed.event({ departmentId })],

    OpenRegion: ({ regionId, name, parentId = null }, units) =>
      isNew(units, region(regionId), name, parentId && region(parentId))
        ? [RegionOpened.event({ regionId, name, parentId })]
        : [],
    RenameRegion: ({ regionId, name: after }, units) =>
      renaming(units, region(regionId), after).map((before) => RegionRenamed.event({ regionId, before, after })),
    MoveRegion: ({ regionId, parentId: after }, units) =>
      moving(units, region(regionId), after && region(after)).map((before) =>
        RegionMoved.event({ regionId, before, after }),
      ),
    CloseRegion: ({ regionId }, units) =>
      alreadyClosed(units, region(regionId)) ? [] : [RegionClosed.event({ regionId })],

    FormTeam: ({ teamId, name, departmentId }, units) =>
      isNew(units, team(teamId), name, department(departmentId))
        ? [TeamFormed.event({ teamId, name, departmentId })]
        : [],
    RenameTeam: ({ teamId, name: after }, units) =>
      renaming(units, team(teamId), after).map((before) => TeamRenamed.event({ teamId, before, after })),
    DissolveTeam: ({ teamId }, units) => (alreadyClosed(units, team(teamId)) ? [] : [TeamDissolved.event({ teamId })]),

    DefinePosition: ({ positionId, name }, units) =>
      isNew(units, position(positionId), name, null) ? [PositionDefined.event({ positionId, name })] : [],
    RenamePosition: ({ positionId, name: after }, units) =>
      renaming(units, position(positionId), after).map((before) =>
        PositionRenamed.event({ positionId, before, after }),
      ),
    RetirePosition: ({ positionId }, units) =>
      alreadyClosed(units, position(positionId)) ? [] : [PositionRetired.event({ positionId })],
  },
};

const isNew = (units: Units, key: string, name: string, parent: string | null): boolean => {
  const same = units.get(key);
  if (same?.open && same.name === name && same.parent === parent) return false;
  if (same) reject('UnitAlreadyExists', { unit: key });
  if (parent !== null) openUnit(units, parent, rejectReference);
  return true;
};

/** The previous name; `undefined` if it does not change. */
const renaming = (units: Units, key: string, after: string): readonly string[] => {
  const { name: before } = openUnit(units, key);
  return before === after ? [] : [before];
};

/** The id of the previous parent; `undefined` if it does not change. */
const moving = (units: Units, key: string, after: string | null): readonly (string | null)[] => {
  const { parent: before } = openUnit(units, key);
  if (before === after) return [];
  if (after !== null) openUnit(units, after, rejectReference);
  if (after !== null && isWithin(units, after, key)) reject('UnitInsideItself', { unit: key, parent: after });
  return [before && idOf(before)];
};

/** Whether it is closed already. Rejects a unit with open parts. */
const alreadyClosed = (units: Units, key: string): boolean => {
  if (!known(units, key).open) return true;
  const parts = partsOf(units, key);
  return parts.length > 0 ? reject('UnitNotEmpty', { unit: key, parts }) : false;
};
