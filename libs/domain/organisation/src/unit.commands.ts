import { command } from '@annals/command-bus';
import { id, label } from '@annals/contracts-values';

export class OpenDepartment extends command(
  'OpenDepartment',
  { departmentId: id, name: label, parentId: id.nullish() },
  {
    post: 'organisation/departments',
    summary: { en: 'Open a department, by itself or as a part of another', zh: '设立部门' },
    needs: 'organisation.manage',
    about: null,
    creates: 'departmentId',
  },
) {}

export class RenameDepartment extends command(
  'RenameDepartment',
  { departmentId: id, name: label },
  {
    post: 'organisation/departments/:departmentId/rename',
    summary: { en: 'Rename a department', zh: '重命名部门' },
    needs: 'organisation.manage',
    about: null,
  },
) {}

/** With `null` it becomes one of the outermost. */
export class MoveDepartment extends command(
  'MoveDepartment',
  { departmentId: id, parentId: id.nullable() },
  {
    post: 'organisation/departments/:departmentId/move',
    summary: { en: 'Make a department a part of another, or of none', zh: '调整部门的上级' },
    needs: 'organisation.manage',
    about: null,
  },
) {}

export class CloseDepartment extends command(
  'CloseDepartment',
  { departmentId: id },
  {
    post: 'organisation/departments/:departmentId/close',
    summary: { en: 'Close a department that has no open parts', zh: '撤销部门' },
    needs: 'organisation.manage',
    about: null,
  },
) {}

export class OpenRegion extends command(
  'OpenRegion',
  { regionId: id, name: label, parentId: id.nullish() },
  {
    post: 'organisation/regions',
    summary: { en: 'Open a region, by itself or inside another', zh: '设立区域' },
    needs: 'organisation.manage',
    about: null,
    creates: 'regionId',
  },
) {}

export class RenameRegion extends command(
  'RenameRegion',
  { regionId: id, name: label },
  {
    post: 'organisation/regions/:regionId/rename',
    summary: { en: 'Rename a region', zh: '重命名区域' },
    needs: 'organisation.manage',
    about: null,
  },
) {}

/** With `null` it becomes one of the outermost. */
export class MoveRegion extends command(
  'MoveRegion',
  { regionId: id, parentId: id.nullable() },
  {
    post: 'organisation/regions/:regionId/move',
    summary: { en: 'Put a region inside another, or inside none', zh: '调整区域的上级' },
    needs: 'organisation.manage',
    about: null,
  },
) {}

export class CloseRegion extends command(
  'CloseRegion',
  { regionId: id },
  {
    post: 'organisation/regions/:regionId/close',
    summary: { en: 'Close a region that has no open parts', zh: '撤销区域' },
    needs: 'organisation.manage',
    about: null,
  },
) {}

export * from './team.commands.js';
