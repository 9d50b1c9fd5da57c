import { httpProblems } from '@annals/http';

/** Problems of sessions. */
export const sessionProblems = httpProblems({
  RefreshTokenNotGood: {
    status: 401,
    title: { en: 'Refresh token not valid', zh: '刷新令牌无效' },
    detail: {
      en: 'The refresh token has expired, was used before or was revoked. Sign in again.',
      zh: '刷新令牌已过期、已使用或已被撤销，请重新登录。',
    },
  },
  SessionNotFound: {
    status: 404,
    title: { en: 'Session not found', zh: '会话不存在' },
    detail: {
      en: 'You have no session {id}. It may have ended already: send the id of one that `GET /v1/me/sessions` lists.',
      zh: '您没有会话 {id}，它可能已经结束；请使用 `GET /v1/me/sessions` 列出的会话。',
    },
    example: { id: 'g7q2kx' },
  },
});
