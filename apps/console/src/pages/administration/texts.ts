import { texts } from '../../words/texts.js';

export const useAdministrationTexts = texts({
  title: ['Administration', '管理'],
  parts: ['Parts of the administration', '管理内容'],
  users: ['Users', '用户'],
  organisation: ['Organisation', '组织'],
  keys: ['API keys', 'API 密钥'],
  operations: ['Operations', '运行'],
  user: ['Add user', '添加用户'],
  key: ['Issue API key', '签发 API 密钥'],
  settings: ['Settings', '设置'],
});
