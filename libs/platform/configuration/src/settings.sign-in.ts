import { text, url, whole } from './reader.js';
import { optional, secret, setting } from './setting.js';

/** Tokens that Annals issues, and an OpenID Connect provider whose tokens it accepts. */
export const signInSettings = {
  tokenMinutes: setting(
    'TOKEN_MINUTES',
    '15',
    { en: 'Minutes for which an access token is valid', zh: '访问令牌的有效分钟数' },
    whole(1, 1_440, 'minutes'),
  ),
  sessionDays: setting(
    'SESSION_DAYS',
    '30',
    { en: 'Days without a refresh after which a session ends', zh: '会话未刷新超过该天数后失效' },
    whole(1, 366, 'days'),
  ),
  sessionMaxDays: setting(
    'SESSION_MAX_DAYS',
    '180',
    {
      en: 'Days after a sign-in at which its session ends even if it is refreshed',
      zh: '登录后会话的最长天数，即使持续刷新也会失效',
    },
    whole(1, 3_660, 'days'),
  ),
  breachedPasswords: optional(
    'BREACHED_PASSWORDS',
    {
      en: 'Path of a file with the SHA-1 digests of breached passwords in order, as the downloader of Have I Been Pwned writes it; new passwords in it are refused',
      zh: '已泄露密码的 SHA-1 摘要文件路径（按序排列，即 Have I Been Pwned 下载工具的输出）；其中的密码不能用作新密码',
    },
    text('a path'),
  ),
  tokenSecret: secret(
    'TOKEN_SECRET',
    {
      en: 'Key that signs access tokens, the same in every process; without it the key in the data folder is used',
      zh: '签署访问令牌的密钥，所有进程必须相同；不设置时使用数据目录中的密钥',
    },
    text('at least 32 characters', /^.{32,}$/),
  ),
  oidcIssuer: optional(
    'OIDC_ISSUER',
    { en: 'OIDC issuer whose tokens are accepted, as a URL', zh: '其令牌被接受的 OIDC 签发者（URL）' },
    url,
  ),
  oidcAudience: optional(
    'OIDC_AUDIENCE',
    {
      en: 'Audience that tokens of the OIDC issuer must carry; required with OIDC_ISSUER',
      zh: 'OIDC 签发者的令牌必须包含的受众；设置 OIDC_ISSUER 时必填',
    },
    text('a name'),
  ),
  oidcKeys: optional(
    'OIDC_JWKS_URL',
    {
      en: 'URL of the public keys of the OIDC issuer; without it the discovery document is used',
      zh: 'OIDC 签发者公钥的 URL；不设置时从其发现文档获取',
    },
    url,
  ),
  oidcUser: setting(
    'OIDC_USER_CLAIM',
    'sub',
    { en: 'Claim of an OIDC token that holds the id of the user', zh: 'OIDC 令牌中存放用户标识的声明' },
    text('a claim'),
  ),
  oidcName: setting(
    'OIDC_NAME_CLAIM',
    'preferred_username',
    { en: 'Claim of an OIDC token that holds the name of the user', zh: 'OIDC 令牌中存放用户姓名的声明' },
    text('a claim'),
  ),
  oidcRoles: setting(
    'OIDC_ROLES_CLAIM',
    'roles',
    {
      en: 'Claim of an OIDC token that holds the roles of users who are not in the organisation, such as realm_access.roles',
      zh: 'OIDC 令牌中存放组织以外用户角色的声明，例如 realm_access.roles',
    },
    text('a claim'),
  ),
} as const;
