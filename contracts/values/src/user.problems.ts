import { problems } from '@annals/event-sourcing';

/** Problems of users and their credentials, raised by the organisation's slice and by authentication. */
export const userProblems = problems({
  UserUnknown: {
    kind: 'missing',
    reference: true,
    title: { en: 'User not found', zh: '用户不存在' },
    detail: {
      en: 'There is no user {userId}. Check the id, or add the user first.',
      zh: '没有用户 {userId}。请核对标识，或先添加该用户。',
    },
    example: { userId: 'u-7' },
  },
  UserInactive: {
    kind: 'reference',
    title: { en: 'Named user is deactivated', zh: '所指定的用户已停用' },
    detail: {
      en: '`{field}` names user {userId}, who is deactivated. Name an active user, or reactivate this one.',
      zh: '`{field}` 所指的用户 {userId} 已停用。请指定在用的用户，或重新启用该用户。',
    },
    example: { field: 'owner.id', userId: 'u-7' },
  },
  NotResponsible: {
    kind: 'conflict',
    title: { en: 'Another user is responsible', zh: '已由其他用户负责' },
    detail: {
      en: 'User {userId} is not responsible for this record any more, so it is not handed over. Look at who is responsible now.',
      zh: '用户 {userId} 已不再负责该记录，因此未交接。请查看当前负责人。',
    },
    example: { userId: 'u-7' },
  },
  ApiKeyExpired: {
    kind: 'conflict',
    title: { en: 'Expiry is in the past', zh: '到期时间已过' },
    detail: {
      en: 'The key would expire at {expiresAt}, which is in the past. Send a later time, or none.',
      zh: '该密钥的到期时间 {expiresAt} 已过。请发送更晚的时间，或不设到期时间。',
    },
    example: { expiresAt: '2026-01-05T09:00:00.000Z' },
  },
});
