import { texts } from '../../words/texts.js';

export const useKeyTexts = texts({
  keys: ['API keys', 'API 密钥'],
  issue: ['Issue API key', '签发 API 密钥'],
  issued: ['Issued', '签发时间'],
  key: ['API key', 'API 密钥'],
  issuedTitle: ['API key “{{name}}”', 'API 密钥“{{name}}”'],
  name: ['Name', '名称'],
  user: ['User', '用户'],
  state: ['State', '状态'],
  until: ['Valid until', '有效期至'],
  unlimited: ['Until revoked', '至吊销为止'],
  actions: ['Actions', '操作'],
  valid: ['Valid', '有效'],
  expired: ['Expired', '已过期'],
  revoked: ['Revoked', '已吊销'],
  revoke: ['Revoke', '吊销'],
  revokeTitle: ['Revoke the API key “{{name}}”?', '吊销 API 密钥“{{name}}”？'],
  revokeWhy: [
    'Requests with it are refused at once. This cannot be undone; issue another key instead.',
    '使用该密钥的请求立即被拒绝。此操作无法撤销，可另行签发密钥。',
  ],
  revokedToast: ['The API key “{{name}}” is revoked', 'API 密钥“{{name}}”已吊销'],
  none: ['No API key yet', '尚无 API 密钥'],
  noneWhy: [
    'With an API key another system works under the rights of one user, without a password.',
    '其他系统可凭 API 密钥以某个用户的权限工作，无需密码。',
  ],
});
