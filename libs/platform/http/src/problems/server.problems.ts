import { httpProblems } from './http-problem.js';

/** Problems of the server, independent of the route. */
export const serverProblems = httpProblems({
  MalformedRequest: {
    status: 400,
    title: { en: 'Request is not HTTP', zh: '请求不符合 HTTP' },
    detail: {
      en: 'What was sent is not an HTTP/1.1 request. Check the client or the proxy.',
      zh: '发送的内容不是 HTTP/1.1 请求，请检查客户端或代理。',
    },
  },
  RequestTooSlow: {
    status: 408,
    title: { en: 'Request too slow', zh: '请求发送过慢' },
    detail: {
      en: 'The request did not arrive in time. Send it again.',
      zh: '请求未能及时发送完毕，请重新发送。',
    },
  },
  HeadersTooLarge: {
    status: 431,
    title: { en: 'Headers too large', zh: '请求头过大' },
    detail: {
      en: 'The headers are larger than 16 KiB. Send fewer or shorter ones.',
      zh: '请求头超过 16 KiB，请减少或缩短请求头。',
    },
  },
  TooManyRequests: {
    status: 429,
    title: { en: 'Too many requests', zh: '请求过于频繁' },
    detail: {
      en: 'Too many requests were sent within a minute. Send it again after the seconds in `Retry-After`.',
      zh: '一分钟内请求过多，请在 `Retry-After` 所示秒数后重试。',
    },
  },
  Overloaded: {
    status: 503,
    title: { en: 'Overloaded', zh: '服务器过载' },
    detail: {
      en: 'The server has more requests than it can answer. Send it again after the seconds in `Retry-After`.',
      zh: '服务器请求过多，请在 `Retry-After` 所示秒数后重试。',
    },
  },
  TimedOut: {
    status: 503,
    title: { en: 'Timed out', zh: '处理超时' },
    detail: {
      en: 'The answer took too long, and the command may have been carried out. Send it again with the same `Idempotency-Key`.',
      zh: '处理超时，命令可能已执行。请使用相同的 `Idempotency-Key` 重新发送。',
    },
  },
  ViewsUnavailable: {
    status: 503,
    title: { en: 'Views not available', zh: '视图不可用' },
    detail: {
      en: 'The database of views and records cannot be used now ({state}). Send the request again after the seconds in `Retry-After`; a command with the same `Idempotency-Key`.',
      zh: '存放视图和记录的数据库暂时不可用（{state}）。请在 `Retry-After` 所示秒数后重新发送请求；命令请使用相同的 `Idempotency-Key`。',
    },
    example: { state: 'ViewsAway' },
  },
  Unexpected: {
    status: 500,
    title: { en: 'Unexpected error', zh: '意外错误' },
    detail: {
      en: 'Something failed inside Annals. Give your administrator the request id of the header `X-Request-Id`, which the log names too.',
      zh: 'Annals 内部发生错误。请将响应头 `X-Request-Id` 中的请求编号告知管理员，日志中有相同编号。',
    },
  },
});
