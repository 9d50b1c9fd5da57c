import { id, label } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

export const UNIT_KINDS = ['department', 'region', 'team', 'position'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

const renamed = { before: label, after: label };
const place = id.nullable();

const department = { departmentId: id };

/** `parentId` is the department that it is a part of. */
export const DepartmentOpened = Contract.of('DepartmentOpened').v1(
  z.object({ ...department, name: label, parentId: place }),
);
export const DepartmentRenamed = Contract.of('DepartmentRenamed').v1(z.object({ ...department, ...renamed }));
/** `before` and `after` are parents. */
export const DepartmentMoved = Contract.of('DepartmentMoved').v1(
  z.object({ ...department, before: place, after: place }),
);
export const DepartmentClosed = Contract.of('DepartmentClosed').v1(z.object(department));

const region = { regionId: id };

/** `parentId` is the region that it lies in. */
export const RegionOpened = Contract.of('RegionOpened').v1(z.object({ ...region, name: label, parentId: place }));
export const RegionRenamed = Contract.of('RegionRenamed').v1(z.object({ ...region, ...renamed }));
/** `before` and `after` are parents. */
export const RegionMoved = Contract.of('RegionMoved').v1(z.object({ ...region, before: place, after: place }));
export const RegionClosed = Contract.of('RegionClosed').v1(z.object(region));

const team = { teamId: id };

/** A team stays in its department as long as there is the team. */
export const TeamFormed = Contract.of('TeamFormed').v1(z.object({ ...team, name: label, departmentId: id }));
export const TeamRenamed = Contract.of('TeamRenamed').v1(z.object({ ...team, ...renamed }));
export const TeamDissolved = Contract.of('TeamDissolved').v1(z.object(team));

const position = { positionId: id };

/** What somebody does, in whatever department: account manager, dispatcher. */
export const PositionDefined = Contract.of('PositionDefined').v1(z.object({ ...position, name: label }));
export const PositionRenamed = Contract.of('PositionRenamed').v1(z.object({ ...position, ...renamed }));
export const PositionRetired = Contract.of('PositionRetired').v1(z.object(position));

export const unitContracts = [
  ...[DepartmentOpened, DepartmentRenamed, DepartmentMoved, DepartmentClosed],
  ...[RegionOpened, RegionRenamed, RegionMoved, RegionClosed],
  ...[TeamFormed, TeamRenamed, TeamDissolved],
  ...[PositionDefined, PositionRenamed, PositionRetired],
] as const;
export type UnitEvent = EventOf<(typeof unitContracts)[number]>;
