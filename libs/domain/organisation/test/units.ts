import {
  DepartmentClosed,
  DepartmentOpened,
  PositionDefined,
  RegionOpened,
  TeamFormed,
} from '@annals/contracts-organisation';
import type { unit } from '@annals/domain-organisation';

export type UnitCommand = Parameters<(typeof unit)['stream']>[0];

export const department = (departmentId: string, parentId: string | null = null) =>
  DepartmentOpened.event({ departmentId, name: departmentId, parentId });
export const departmentClosed = (departmentId: string) => DepartmentClosed.event({ departmentId });
export const region = (regionId: string, parentId: string | null = null) =>
  RegionOpened.event({ regionId, name: regionId, parentId });
export const team = TeamFormed.event({ teamId: 'grid', name: 'grid', departmentId: 'sales' });
export const position = PositionDefined.event({ positionId: 'dispatcher', name: 'dispatcher' });

export const open = (departmentId: string, parentId?: string): UnitCommand => ({
  ...{ type: 'OpenDepartment', departmentId, name: departmentId },
  ...(parentId === undefined ? {} : { parentId }),
});
export const close = (departmentId: string): UnitCommand => ({ type: 'CloseDepartment', departmentId });
