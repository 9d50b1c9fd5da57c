import { texts } from '../../words/texts.js';

/** What the facts of a user are called. */
export const USER_LABELS = {
  displayName: { en: 'Name', zh: '姓名' },
  name: { en: 'Sign-in name', zh: '登录名' },
  email: { en: 'E-mail', zh: '邮箱' },
  roles: { en: 'Roles', zh: '角色' },
  department: { en: 'Department', zh: '部门' },
  team: { en: 'Team', zh: '团队' },
  position: { en: 'Position', zh: '岗位' },
  regions: { en: 'Regions', zh: '负责区域' },
  active: { en: 'Status', zh: '状态' },
  addedAt: { en: 'Added', zh: '添加时间' },
} as const;

export const useUserTexts = texts({
  administration: ['Administration', '管理'],
  here: ['User', '用户'],
  add: ['Add user', '添加用户'],
  search: ['Name or sign-in name', '姓名或登录名'],
  active: ['Active', '启用'],
  inactive: ['Deactivated', '已停用'],
  noRoles: ['No role yet, so nothing can be seen or done', '尚无角色，不能查看或操作'],
  facts: ['Account', '账户'],
  place: ['Place in the organisation', '组织归属'],
  work: ['Responsible for', '负责的工作'],
  customers: ['Customers', '客户'],
  deals: ['Open deals', '进行中的商机'],
  complaints: ['Open complaints', '处理中的投诉'],
  noWork: ['Nothing at the moment', '目前没有'],
  setRoles: ['Roles', '设置角色'],
  password: ['One-time password', '一次性密码'],
  reactivate: ['Reactivate', '重新启用'],
  issueTitle: ['Issue a one-time password for {{name}}?', '为 {{name}} 签发一次性密码？'],
  issueWhy: [
    'It is valid for seven days and can only be exchanged for a new password. The present password and all sessions end at once.',
    '有效期七天，只能用于设置新密码。当前密码和所有会话立即失效。',
  ],
  issue: ['Issue', '签发'],
  issued: ['One-time password of {{name}}', '{{name}} 的一次性密码'],
  keysStay: [
    {
      one: '{{count}} API key of this user stays valid.',
      other: '{{count}} API keys of this user stay valid.',
    },
    '该用户的 {{count}} 个 API 密钥仍然有效。',
  ],
});
