import { command } from '@annals/command-bus';
import { departmentId, parentId, regionId, unitName } from '@annals/contracts-organisation';

const needs = 'organisation.manage';

export class OpenDepartment extends command(
  'OpenDepartment',
  { departmentId, name: unitName, parentId: parentId.optional() },
  {
    post: 'organisation/departments',
    summary: { en: 'Open a department at the top level or below another', zh: '设立部门' },
    description: { en: 'Without a parent it is at the top level.', zh: '不给出上级时为最上层部门。' },
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
    description: { en: 'Members and sub-departments are not affected.', zh: '成员和下级部门保持不变。' },
    needs,
    about: null,
  },
) {}

export class MoveDepartment extends command(
  'MoveDepartment',
  { departmentId, parentId },
  {
    post: 'organisation/departments/:departmentId/move',
    summary: { en: 'Move a department below another or to the top level', zh: '调整部门的上级' },
    description: { en: '`null` moves it to the top level.', zh: '`null` 表示成为最上层部门。' },
    needs,
    about: null,
  },
) {}

export class CloseDepartment extends command(
  'CloseDepartment',
  { departmentId },
  {
    post: 'organisation/departments/:departmentId/close',
    summary: { en: 'Close a department without open parts', zh: '撤销部门' },
    description: { en: 'Its teams and sub-departments must be closed first.', zh: '须先撤销其团队和下级部门。' },
    needs,
    about: null,
  },
) {}

export class OpenRegion extends command(
  'OpenRegion',
  { regionId, name: unitName, parentId: parentId.optional() },
  {
    post: 'organisation/regions',
    summary: { en: 'Open a region at the top level or below another', zh: '设立区域' },
    description: { en: 'Without a parent it is at the top level.', zh: '不给出上级时为最上层区域。' },
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
    description: { en: 'Customers and sub-regions are not affected.', zh: '客户和下级区域保持不变。' },
    needs,
    about: null,
  },
) {}

export class MoveRegion extends command(
  'MoveRegion',
  { regionId, parentId },
  {
    post: 'organisation/regions/:regionId/move',
    summary: { en: 'Move a region below another or to the top level', zh: '调整区域的上级' },
    description: { en: '`null` moves it to the top level.', zh: '`null` 表示成为最上层区域。' },
    needs,
    about: null,
  },
) {}

export class CloseRegion extends command(
  'CloseRegion',
  { regionId },
  {
    post: 'organisation/regions/:regionId/close',
    summary: { en: 'Close a region without open parts', zh: '撤销区域' },
    description: { en: 'Its sub-regions must be closed first.', zh: '须先撤销其下级区域。' },
    needs,
    about: null,
  },
) {}

export * from './team.commands.js';
