import { httpProblems } from '@annals/http';

/** Problems of authentication, authorisation and credentials. */
export const authProblems = httpProblems({
  NotAuthenticated: {
    status: 401,
    title: { en: 'Not signed in', zh: '未登录' },
    detail: {
      en: 'The request has no valid access token or API key. Sign in, and send the token in `Authorization: Bearer …`.',
      zh: '请求缺少有效的访问令牌或 API 密钥。请登录，并在 `Authorization: Bearer …` 中发送令牌。',
    },
  },
  NotAllowed: {
    status: 403,
    title: { en: 'Not allowed', zh: '没有权限' },
    detail: {
      en: 'Your roles do not include the right that this request needs. Ask an administrator to grant it.',
      zh: '您的角色不具备此请求所需的权限，请联系管理员授权。',
    },
  },
  CrossSiteRequest: {
    status: 403,
    title: { en: 'Request from another site', zh: '跨站请求' },
    detail: {
      en: 'A request that changes something and is signed in by a cookie has to come from a page of Annals, as `Sec-Fetch-Site: same-origin` or `Origin` says. In a program, send a token or an API key instead.',
      zh: '以 Cookie 登录且会改变数据的请求必须来自 Annals 自己的页面，以 `Sec-Fetch-Site: same-origin` 或 `Origin` 为准。程序请改用令牌或 API 密钥。',
    },
  },
  PasswordChangeRequired: {
    status: 403,
    title: { en: 'Password has to be changed', zh: '需要修改密码' },
    detail: {
      en: 'You signed in with a one-time password. Change it with `POST /v1/session/password` first; the answer has a token.',
      zh: '您使用的是一次性密码。请先通过 `POST /v1/session/password` 修改密码，响应中包含令牌。',
    },
  },
  WrongNameOrPassword: {
    status: 401,
    title: { en: 'Wrong name or password', zh: '用户名或密码错误' },
    detail: {
      en: 'The name or the password is wrong. Check both, or ask an administrator for a one-time password.',
      zh: '用户名或密码错误。请核对后重试，或向管理员申请一次性密码。',
    },
  },
  OneTimePasswordExpired: {
    status: 401,
    title: { en: 'One-time password expired', zh: '一次性密码已过期' },
    detail: {
      en: 'The one-time password was not used within seven days. Ask an administrator for another one.',
      zh: '该一次性密码未在七天内使用，已失效。请向管理员申请新的一次性密码。',
    },
  },
  PasswordNotNew: {
    status: 409,
    title: { en: 'Password is the same', zh: '新密码与旧密码相同' },
    detail: {
      en: 'The new password is the current one. Choose another password.',
      zh: '新密码与当前密码相同，请另选一个密码。',
    },
  },
  PasswordWeak: {
    status: 422,
    title: { en: 'Password easy to guess', zh: '密码过于简单' },
    detail: {
      en: 'The new password is easy to guess (`weakness` says why). Choose several unrelated words, or let a password manager make one; leave out names, dates, rows of keys and repetitions. A password that is known from a breach (`breached`) is never accepted.',
      zh: '新密码容易被猜到（原因见 `weakness`）。请使用几个互不相关的词，或由密码管理器生成；不要使用姓名、日期、键盘连续键或重复内容。已在泄露事件中出现的密码（`breached`）一律不接受。',
    },
  },
  SignInBusy: {
    status: 429,
    title: { en: 'Too many sign-ins at this moment', zh: '当前登录人数过多' },
    detail: {
      en: 'Too many passwords are being checked at this moment. Try again after the seconds in `Retry-After`.',
      zh: '当前正在校验的密码过多，请在 `Retry-After` 所示秒数后重试。',
    },
  },
  UserDeactivated: {
    status: 403,
    title: { en: 'Your user is deactivated', zh: '您的用户已停用' },
    detail: {
      en: 'The user with whom you sign in is deactivated. Ask an administrator to reactivate the user.',
      zh: '您登录所用的用户已停用。请联系管理员重新启用。',
    },
  },
  TooManyAttempts: {
    status: 429,
    title: { en: 'Too many attempts to sign in', zh: '登录尝试过多' },
    detail: {
      en: 'Too many sign-ins with this name have failed. Try again after the seconds in `Retry-After`.',
      zh: '该用户名登录失败次数过多，请在 `Retry-After` 所示秒数后重试。',
    },
  },
  IssuerUnreachable: {
    status: 503,
    title: { en: 'Identity provider not reachable', zh: '无法连接身份提供方' },
    detail: {
      en: 'The keys of the identity provider that issued the token cannot be fetched. Try again after the seconds in `Retry-After`.',
      zh: '无法获取签发该令牌的身份提供方的密钥，请在 `Retry-After` 所示秒数后重试。',
    },
  },
  UserNotFound: {
    status: 404,
    title: { en: 'User not found', zh: '用户不存在' },
    detail: {
      en: 'There is no user {id}. Check the id, or add the user first.',
      zh: '没有用户 {id}。请核对标识，或先添加该用户。',
    },
    example: { id: 'u-7' },
  },
  UserNotActive: {
    status: 409,
    title: { en: 'No credentials for a deactivated user', zh: '已停用的用户不能获得凭据' },
    detail: {
      en: 'User {userId} is deactivated and gets no credentials. Reactivate the user first.',
      zh: '用户 {userId} 已停用，不能获得凭据。请先重新启用该用户。',
    },
    example: { userId: 'u-7' },
  },
  NameTaken: {
    status: 409,
    title: { en: 'Sign-in name taken', zh: '登录名已被占用' },
    detail: {
      en: 'Another account signs in with the same name. Give user {userId} another name first.',
      zh: '另一账户已使用相同的登录名。请先为用户 {userId} 更换登录名。',
    },
    example: { userId: 'u-7' },
  },
  ApiKeyNotFound: {
    status: 404,
    title: { en: 'API key not found', zh: 'API 密钥不存在' },
    detail: {
      en: 'There is no API key {id}. Send the id of one that `GET /v1/api-keys` lists.',
      zh: '没有 API 密钥 {id}。请使用 `GET /v1/api-keys` 列出的密钥编号。',
    },
    example: { id: 'WUCAlr5AtbQTS6Wj' },
  },
  TooManyApiKeys: {
    status: 409,
    title: { en: 'Too many API keys', zh: 'API 密钥过多' },
    detail: {
      en: 'The user has {most} valid API keys, which is the limit. Revoke one that is no longer used.',
      zh: '该用户已有 {most} 个有效 API 密钥，达到上限。请先撤销不再使用的密钥。',
    },
    example: { most: 100 },
  },
});
