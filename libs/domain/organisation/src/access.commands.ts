import { command } from '@annals/command-bus';
import { accessReason, roles, userId } from '@annals/contracts-organisation';

const needs = 'organisation.manage';

/** All roles that the user has from now on. */
export class GrantRoles extends command(
  'GrantRoles',
  { userId, roles },
  {
    post: 'users/:userId/grant-roles',
    summary: { en: 'Set the roles of a user', zh: '设置用户角色' },
    needs,
    about: null,
  },
) {}

export class DeactivateUser extends command(
  'DeactivateUser',
  {
    userId,
    /** It is a part of the fact, so it is not optional as it is for other commands. */
    reason: accessReason,
  },
  { post: 'users/:userId/deactivate', summary: { en: 'Deactivate a user', zh: '停用用户' }, needs, about: null },
) {}

export class ReactivateUser extends command(
  'ReactivateUser',
  { userId },
  { post: 'users/:userId/reactivate', summary: { en: 'Reactivate a user', zh: '重新启用用户' }, needs, about: null },
) {}
