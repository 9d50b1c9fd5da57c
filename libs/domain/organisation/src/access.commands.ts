import { command } from '@annals/command-bus';
import { accessReason, roles, userId } from '@annals/contracts-organisation';

const needs = 'organisation.manage';
const compares = 'accessRevision';

export class GrantRoles extends command(
  'GrantRoles',
  { userId, roles },
  {
    post: 'users/:userId/grant-roles',
    summary: { en: 'Set the roles of a user', zh: '设置用户角色' },
    description: { en: 'Replaces all roles of the user.', zh: '用户自此拥有的全部角色。' },
    needs,
    about: null,
    compares,
  },
) {}

export class DeactivateUser extends command(
  'DeactivateUser',
  {
    userId,
    /** Required, unlike the reason of other commands, because it is a part of the event. */
    reason: accessReason,
  },
  {
    post: 'users/:userId/deactivate',
    summary: { en: 'Deactivate a user', zh: '停用用户' },
    description: {
      en: 'The user can no longer sign in. The last active administrator cannot be deactivated. `responsibilities` in the receipt counts the customers, open deals and open complaints that stay with the user until they are handed over.',
      zh: '用户不能再登录；必须始终保留一名管理员。回执中的 `responsibilities` 为该用户仍负责的客户、进行中的商机和投诉数量，交接前保持不变。',
    },
    countsWorkOf: 'userId',
    needs,
    about: null,
    compares,
  },
) {}

export class ReactivateUser extends command(
  'ReactivateUser',
  { userId },
  {
    post: 'users/:userId/reactivate',
    summary: { en: 'Reactivate a user', zh: '重新启用用户' },
    description: { en: 'The user keeps the previous roles.', zh: '用户恢复原有角色。' },
    needs,
    about: null,
    compares,
  },
) {}
