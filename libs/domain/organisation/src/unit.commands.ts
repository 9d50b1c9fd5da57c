import { command } from '@annals/command-bus';
import { departmentId, parentId, regionId, unitName } from '@annals/contracts-organisation';

const needs = 'organisation.manage';

export class OpenDepartment extends command(
  'OpenDepartment',
  { departmentId, name: unitName, parentId: parentId.optional() },
  {
    post: 'organisation/departments',
    summary: { en: 'Open a department, by itself or as a part of another', zh: '设立部门' },
    description: { en: 'Without a parent it is one of the outermost.', zh: '不给出上级时为最上层部门。' },
    needs,
    about: null,
    creates: 'departmentId',
  },
) {}

export class RenameDepartment extends command(
  'RenameDepartment',
  { departmentId, name: unitName },
  {
    post: 'organisation/departments/:departmentId/rename',
    summary: { en: 'Rename a department', zh: '重命名部门' },
    description: { en: 'Its members and sub-departments stay.', zh: '成员和下级部门保持不变。' },
    needs,
    about: null,
  },
) {}

export class MoveDepartment extends command(
  'MoveDepartment',
  { departmentId, parentId },
  {
    post: 'organisation/departments/:departmentId/move',
    summary: { en: 'Make a department a part of another, or of none', zh: '调整部门的上级' },
    description: { en: 'With `null` it becomes one of the outermost.', zh: '`null` 表示成为最上层部门。' },
    needs,
    about: null,
  },
) {}

export class CloseDepartment extends command(
  'CloseDepartment',
  { departmentId },
  {
    post: 'organisation/departments/:departmentId/close',
    summary: { en: 'Close a department that has no open parts', zh: '撤销部门' },
    description: { en: 'Its teams and sub-departments have to be closed before.', zh: '须先撤销其团队和下级部门。' },
    needs,
    about: null,
  },
) {}

export class OpenRegion extends command(
  'OpenRegion',
  { regionId, name: unitName, parentId: parentId.optional() },
  {
    post: 'organisation/regions',
    summary: { en: 'Open a region, by itself or inside another', zh: '设立区域' },
    description: { en: 'Without a parent it is one of the outermost.', zh: '不给出上级时为最上层区域。' },
    needs,
    about: null,
    creates: 'regionId',
  },
) {}

export class RenameRegion extends command(
  'RenameRegion',
  { regionId, name: unitName },
  {
    post: 'organisation/regions/:regionId/rename',
    summary: { en: 'Rename a region', zh: '重命名区域' },
    description: { en: 'Its customers and sub-regions stay.', zh: '客户和下级区域保持不变。' },
    needs,
    about: null,
  },
) {}

export class MoveRegion extends command(
  'MoveRegion',
  { regionId, parentId },
  {
    post: 'organisation/regions/:regionId/move',
    summary: { en: 'Put a region inside another, or inside none', zh: '调整区域的上级' },
    description: { en: 'With `null` it becomes one of the outermost.', zh: '`null` 表示成为最上层区域。' },
    needs,
    about: null,
  },
) {}

export class CloseRegion extends command(
  'CloseRegion',
  { regionId },
  {
    post: 'organisation/regions/:regionId/close',
    summary: { en: 'Close a region that has no open parts', zh: '撤销区域' },
    description: { en: 'Its sub-regions have to be closed before.', zh: '须先撤销其下级区域。' },
    needs,
    about: null,
  },
) {}

export * from './team.commands.js';
