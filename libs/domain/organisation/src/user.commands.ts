import { command } from '@annals/command-bus';
import { person, placement, userId, userName } from '@annals/contracts-organisation';

const needs = 'organisation.manage';

/** A user may sign in and see nothing, until roles are granted. */
export class AddUser extends command(
  'AddUser',
  { userId, name: userName, displayName: person.shape.displayName, email: person.shape.email },
  {
    post: 'users',
    summary: { en: 'Add a user, who sees nothing until roles are granted', zh: '添加用户' },
    needs,
    about: null,
    creates: 'userId',
  },
) {}

/** An e-mail address that is left out is removed. */
export class ChangeUserDetails extends command(
  'ChangeUserDetails',
  { userId, displayName: person.shape.displayName, email: person.shape.email },
  {
    post: 'users/:userId/change-details',
    summary: { en: "Change a user's name and e-mail", zh: '变更用户姓名和邮箱' },
    needs,
    about: null,
  },
) {}

/** The whole placement: what is left out is none. The department of a team need not be named. */
export class PlaceUser extends command(
  'PlaceUser',
  {
    userId,
    departmentId: placement.shape.departmentId.optional(),
    teamId: placement.shape.teamId.optional(),
    positionId: placement.shape.positionId.optional(),
    regionIds: placement.shape.regionIds.optional(),
  },
  {
    post: 'users/:userId/place',
    summary: { en: "Set a user's department, team, position and regions", zh: '设置用户所属的部门、团队、岗位和区域' },
    needs,
    about: null,
  },
) {}
