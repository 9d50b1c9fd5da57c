import { field, id, label } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

export const UNIT_KINDS = ['department', 'region', 'team', 'position'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** How a unit is called. */
export const unitName = field(label, { en: 'Name', zh: '名称' }, { example: 'Key accounts' });

const renamed = {
  before: field(label, { en: 'Name before', zh: '原名称' }, { example: 'Key customers' }),
  after: field(label, { en: 'Name after', zh: '新名称' }, { example: 'Key accounts' }),
};

/** The unit above; `null` at the top level. */
export const parentId = field(id.nullable(), { en: 'Parent', zh: '上级' }, { example: 'sales' });

const moved = {
  before: field(id.nullable(), { en: 'Parent before', zh: '原上级' }, { example: null }),
  after: field(id.nullable(), { en: 'Parent after', zh: '新上级' }, { example: 'sales' }),
};

export const departmentId = field(id, { en: 'Department', zh: '部门' }, { example: 'key-accounts' });
const department = { departmentId };

/** `parentId` is the department above. */
export const DepartmentOpened = Contract.of('DepartmentOpened', { en: 'Department opened', zh: '部门已设立' }).v1(
  z.object({ ...department, name: unitName, parentId }),
);
export const DepartmentRenamed = Contract.of('DepartmentRenamed', { en: 'Department renamed', zh: '部门已重命名' }).v1(
  z.object({ ...department, ...renamed }),
);
/** `before` and `after` are the ids of parents. */
export const DepartmentMoved = Contract.of('DepartmentMoved', { en: 'Department moved', zh: '部门上级已调整' }).v1(
  z.object({ ...department, ...moved }),
);
export const DepartmentClosed = Contract.of('DepartmentClosed', { en: 'Department closed', zh: '部门已撤销' }).v1(
  z.object(department),
);

export const regionId = field(id, { en: 'Region', zh: '区域' }, { example: 'east' });
const region = { regionId };

/** `parentId` is the region above. */
export const RegionOpened = Contract.of('RegionOpened', { en: 'Region opened', zh: '区域已设立' }).v1(
  z.object({ ...region, name: unitName, parentId }),
);
export const RegionRenamed = Contract.of('RegionRenamed', { en: 'Region renamed', zh: '区域已重命名' }).v1(
  z.object({ ...region, ...renamed }),
);
/** `before` and `after` are the ids of parents. */
export const RegionMoved = Contract.of('RegionMoved', { en: 'Region moved', zh: '区域上级已调整' }).v1(
  z.object({ ...region, ...moved }),
);
export const RegionClosed = Contract.of('RegionClosed', { en: 'Region closed', zh: '区域已撤销' }).v1(z.object(region));

export const teamId = field(id, { en: 'Team', zh: '团队' }, { example: 'grid' });
const team = { teamId };

/** A team belongs to the same department until it is dissolved. */
export const TeamFormed = Contract.of('TeamFormed', { en: 'Team formed', zh: '团队已组建' }).v1(
  z.object({ ...team, name: unitName, departmentId }),
);
export const TeamRenamed = Contract.of('TeamRenamed', { en: 'Team renamed', zh: '团队已重命名' }).v1(
  z.object({ ...team, ...renamed }),
);
export const TeamDissolved = Contract.of('TeamDissolved', { en: 'Team dissolved', zh: '团队已解散' }).v1(
  z.object(team),
);

export const positionId = field(id, { en: 'Position', zh: '岗位' }, { example: 'account-manager' });
const position = { positionId };

/** A job in any department, such as account manager or dispatcher. */
export const PositionDefined = Contract.of('PositionDefined', { en: 'Position defined', zh: '岗位已定义' }).v1(
  z.object({ ...position, name: unitName }),
);
export const PositionRenamed = Contract.of('PositionRenamed', { en: 'Position renamed', zh: '岗位已重命名' }).v1(
  z.object({ ...position, ...renamed }),
);
export const PositionRetired = Contract.of('PositionRetired', { en: 'Position retired', zh: '岗位已停用' }).v1(
  z.object(position),
);

export const unitContracts = [
  ...[DepartmentOpened, DepartmentRenamed, DepartmentMoved, DepartmentClosed],
  ...[RegionOpened, RegionRenamed, RegionMoved, RegionClosed],
  ...[TeamFormed, TeamRenamed, TeamDissolved],
  ...[PositionDefined, PositionRenamed, PositionRetired],
] as const;
export type UnitEvent = EventOf<(typeof unitContracts)[number]>;
