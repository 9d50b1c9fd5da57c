import { command } from '@annals/command-bus';
import { person, placement, userId, userName } from '@annals/contracts-organisation';

const needs = 'organisation.manage';

export class AddUser extends command(
  'AddUser',
  { userId, name: userName, displayName: person.shape.displayName, email: person.shape.email },
  {
    post: 'users',
    summary: { en: 'Add a user', zh: '添加用户' },
    description: {
      en: 'A new user has no rights until roles are granted.',
      zh: '用户可以登录，但在授予角色之前看不到任何内容。',
    },
    needs,
    about: null,
    creates: 'userId',
  },
) {}

export class ChangeUserDetails extends command(
  'ChangeUserDetails',
  { userId, displayName: person.shape.displayName, email: person.shape.email },
  {
    post: 'users/:userId/change-details',
    summary: { en: "Change a user's name and e-mail", zh: '变更用户姓名和邮箱' },
    description: { en: 'An e-mail address that is left out is removed.', zh: '未给出的邮箱将被删除。' },
    needs,
    about: null,
  },
) {}

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
    description: {
      en: 'Replaces the whole placement; fields that are left out are cleared. With a team, the department may be left out.',
      zh: '给出完整的归属：未给出的项为空。团队所属部门无需注明。',
    },
    needs,
    about: null,
  },
) {}
