import { command } from '@annals/command-bus';
import { departmentId, positionId, teamId, unitName } from '@annals/contracts-organisation';

const needs = 'organisation.manage';

export class FormTeam extends command(
  'FormTeam',
  { teamId, name: unitName, departmentId },
  {
    post: 'organisation/teams',
    summary: { en: 'Form a team in a department', zh: '组建团队' },
    description: { en: 'A team cannot move to another department.', zh: '团队始终属于所在部门。' },
    needs,
    about: null,
    creates: 'teamId',
  },
) {}

export class RenameTeam extends command(
  'RenameTeam',
  { teamId, name: unitName },
  {
    post: 'organisation/teams/:teamId/rename',
    summary: { en: 'Rename a team', zh: '重命名团队' },
    description: { en: 'Members are not affected.', zh: '成员保持不变。' },
    needs,
    about: null,
  },
) {}

export class DissolveTeam extends command(
  'DissolveTeam',
  { teamId },
  {
    post: 'organisation/teams/:teamId/dissolve',
    summary: { en: 'Dissolve a team', zh: '解散团队' },
    description: {
      en: 'No more users can be placed in it.',
      zh: '不能再安排人员加入该团队。',
    },
    needs,
    about: null,
  },
) {}

export class DefinePosition extends command(
  'DefinePosition',
  { positionId, name: unitName },
  {
    post: 'organisation/positions',
    summary: { en: 'Define a position', zh: '定义岗位' },
    description: {
      en: 'A job in any department, such as account manager or dispatcher.',
      zh: '与部门无关的职责，例如客户经理、调度员。',
    },
    needs,
    about: null,
    creates: 'positionId',
  },
) {}

export class RenamePosition extends command(
  'RenamePosition',
  { positionId, name: unitName },
  {
    post: 'organisation/positions/:positionId/rename',
    summary: { en: 'Rename a position', zh: '重命名岗位' },
    description: { en: 'Users in the position are not affected.', zh: '在岗用户保持不变。' },
    needs,
    about: null,
  },
) {}

export class RetirePosition extends command(
  'RetirePosition',
  { positionId },
  {
    post: 'organisation/positions/:positionId/retire',
    summary: { en: 'Retire a position', zh: '停用岗位' },
    description: { en: 'No more users can be placed in it.', zh: '不能再安排人员担任该岗位。' },
    needs,
    about: null,
  },
) {}
