import { texts } from '../../words/texts.js';

export const useFrameTexts = texts({
  skip: ['Skip to the page', '跳到页面内容'],
  search: ['Search', '搜索'],
  main: ['Main', '主导航'],
  more: ['More', '更多'],
  close: ['Close', '关闭'],
  keys: ['Keys', '快捷键'],
  account: ['Your account', '我的账户'],
  signOut: ['Sign out', '退出登录'],
  hint: ['Customer, code, phone, page or action', '客户、编号、电话、页面或操作'],
  customers: ['Customers', '客户'],
  pages: ['Pages', '页面'],
  actions: ['Actions', '操作'],
  nothing: ['Nothing found', '没有结果'],
  missing: ['There is no such page', '没有此页面'],
  missingWhy: [
    'The address may be incomplete, or the page may need a right that you do not have.',
    '地址可能不完整，或您没有该页面所需的权限。',
  ],
  home: ['Go to the first page', '前往首页'],
});
