import { address, listOf, text, whole } from './reader.js';
import { optional, setting } from './setting.js';
import { fileSettings } from './settings.files.js';

const MIB = 1024 * 1024;
const bytes = whole(1024, 256 * MIB, 'bytes');
const count = whole(1, 100_000);

/** Address, data folder and limits of requests. */
export const serverSettings = {
  port: setting('PORT', '3000', { en: 'Port to listen on', zh: '监听端口' }, whole(0, 65_535)),
  host: setting(
    'HOST',
    '127.0.0.1',
    {
      en: 'Address to listen on; 0.0.0.0 accepts connections from every network',
      zh: '监听地址；0.0.0.0 表示接受所有网络的连接',
    },
    text('an address'),
  ),
  tlsCert: optional(
    'TLS_CERT',
    {
      en: 'Path of a PEM file with the certificate of the server and those between it and the root; with it, connections are HTTPS',
      zh: '服务器证书及其中间证书的 PEM 文件路径；设置后使用 HTTPS',
    },
    text('a path'),
  ),
  tlsKey: optional(
    'TLS_KEY',
    {
      en: 'Path of a PEM file with the private key of the certificate in TLS_CERT, without a passphrase',
      zh: 'TLS_CERT 中证书的私钥的 PEM 文件路径，私钥不得设密码',
    },
    text('a path'),
  ),
  dataDir: setting(
    'DATA_DIR',
    './data',
    {
      en: 'Folder for all data that is not in EventStoreDB or MongoDB',
      zh: '存放未保存在 EventStoreDB 或 MongoDB 中的全部数据的目录',
    },
    text('a folder'),
  ),
  bodyLimit: setting(
    'BODY_LIMIT',
    `${MIB}`,
    { en: 'Maximum size of a request body, in bytes', zh: '请求体的最大字节数' },
    bytes,
  ),
  bulkBodyLimit: setting(
    'BULK_BODY_LIMIT',
    `${16 * MIB}`,
    { en: 'Maximum size of the body of a bulk request, in bytes', zh: '批量请求体的最大字节数' },
    bytes,
  ),
  ...fileSettings,
  draftDays: setting(
    'DRAFT_DAYS',
    '14',
    {
      en: 'Days after which the draft of a form that was not sent is deleted, counted from when it was last saved',
      zh: '未提交的表单草稿自最后一次保存起保留的天数，到期自动删除',
    },
    whole(1, 366, 'days'),
  ),
  requestTimeout: setting(
    'REQUEST_TIMEOUT',
    '30',
    { en: 'Seconds after which an unfinished request is answered with 503', zh: '请求超过该秒数未完成时返回 503' },
    whole(1, 100, 'seconds'),
  ),
  requestsAtOnce: setting(
    'OVERLOAD_REQUESTS',
    '1000',
    {
      en: 'Maximum number of requests in progress; further requests are answered with 503',
      zh: '同时处理的请求数上限；超出的请求返回 503',
    },
    count,
  ),
  longestWait: setting(
    'OVERLOAD_WAIT',
    '250',
    {
      en: 'Median response time in milliseconds above which fewer requests are accepted at once and others are answered with 503',
      zh: '响应时间中位数超过该毫秒数时，减少同时受理的请求，其余返回 503',
    },
    whole(1, 100_000, 'milliseconds'),
  ),
  connectionsPerAddress: setting(
    'CONNECTIONS_PER_ADDRESS',
    '1000',
    {
      en: 'Maximum number of open connections of one address; further ones are closed. Trusted proxies may open any number',
      zh: '单个地址的最大并发连接数，超出的连接会被关闭；受信任的代理不受限制',
    },
    count,
  ),
  rateLimit: setting(
    'RATE_LIMIT_PER_MINUTE',
    '60000',
    {
      en: 'Maximum requests per minute of a user, of an API key or, before sign-in, of an address; 0 for no limit',
      zh: '每个用户、API 密钥或（登录前）每个地址每分钟的最大请求数；0 表示不限',
    },
    whole(0, 10_000_000),
  ),
  signInLimit: setting(
    'SIGN_IN_LIMIT_PER_MINUTE',
    '60',
    {
      en: 'Maximum sign-in attempts per minute from one address; 0 for no limit',
      zh: '每个地址每分钟的最大登录尝试次数；0 表示不限',
    },
    whole(0, 10_000_000),
  ),
  trustedProxies: setting(
    'TRUSTED_PROXIES',
    'none',
    {
      en: 'Addresses or networks of proxies whose X-Forwarded-For header is trusted',
      zh: '其 X-Forwarded-For 请求头受信任的代理地址或网段',
    },
    listOf(address),
  ),
} as const;
