import { httpProblems } from './http-problem.js';

/** Problems of the body, headers or path of a request. */
export const requestProblems = httpProblems({
  ValidationFailed: {
    status: 400,
    title: { en: 'Request not valid', zh: '请求内容无效' },
    detail: {
      en: 'Some fields are missing or not valid: `errors` names up to 100 of them. Correct them and send the request again.',
      zh: '部分字段缺失或无效，`errors` 逐一列出，至多 100 项。请更正后重新发送请求。',
    },
  },
  BodyNotAnObject: {
    status: 400,
    title: { en: 'Body is not an object', zh: '请求体不是对象' },
    detail: {
      en: 'The body is JSON, but not an object. Send the fields inside `{ … }`.',
      zh: '请求体是 JSON，但不是对象。请把各字段放在 `{ … }` 中发送。',
    },
  },
  BodyTooDeep: {
    status: 400,
    title: { en: 'Body nested too deeply', zh: '请求体嵌套过深' },
    detail: {
      en: 'The body is nested more than {deepest} levels deep. Send a flatter structure.',
      zh: '请求体嵌套超过 {deepest} 层，请减少嵌套层数。',
    },
    example: { deepest: 64 },
  },
  TooManyValues: {
    status: 400,
    title: { en: 'Too many values', zh: '内容项过多' },
    detail: {
      en: 'The body has more than {most} fields and entries, those inside of others included. Split it over several requests.',
      zh: '请求体的字段和条目（含内层）超过 {most} 个，请拆分为多次请求。',
    },
    example: { most: 10_000 },
  },
  BodyTooLarge: {
    status: 413,
    title: { en: 'Body too large', zh: '请求体过大' },
    detail: {
      en: 'The body is larger than the server accepts. Split it over several requests.',
      zh: '请求体超过服务器允许的大小，请拆分为多次请求。',
    },
  },
  MalformedJson: {
    status: 400,
    title: { en: 'Body is not JSON', zh: '请求体不是有效的 JSON' },
    detail: {
      en: 'The body cannot be read as JSON. Check its quotes, commas and brackets, or send no body at all.',
      zh: '请求体无法按 JSON 解析。请检查引号、逗号和括号，或不发送请求体。',
    },
  },
  UnsupportedMediaType: {
    status: 415,
    title: { en: 'Media type not supported', zh: '不支持的媒体类型' },
    detail: {
      en: 'The body is of a media type that is not accepted here. Send JSON with `Content-Type: application/json`, or what `details.expected` names.',
      zh: '此处不接受该媒体类型的请求体。请使用 `Content-Type: application/json` 发送 JSON，或使用 `details.expected` 所示类型。',
    },
    example: { expected: 'application/json' },
  },
  UnsupportedCharset: {
    status: 415,
    title: { en: 'Character encoding not supported', zh: '不支持的字符编码' },
    detail: {
      en: 'Only JSON in UTF-8 is accepted. Encode the body as UTF-8 and send `Content-Type: application/json`.',
      zh: '只接受 UTF-8 编码的 JSON。请将请求体编码为 UTF-8，并使用 `Content-Type: application/json` 发送。',
    },
    example: { expected: 'utf-8' },
  },
  UnsupportedEncoding: {
    status: 415,
    title: { en: 'Content encoding not supported', zh: '不支持的内容编码' },
    detail: {
      en: 'Compressed bodies are not accepted. Send the body without `Content-Encoding`.',
      zh: '不接受压缩的请求体。请不带 `Content-Encoding` 发送。',
    },
    example: { expected: 'identity' },
  },
  KeyTwice: {
    status: 400,
    title: { en: 'Field given twice', zh: '字段重复' },
    detail: {
      en: 'An object in the body has `{field}` twice, so that it is not clear which value counts. Send it once.',
      zh: '请求体的一个对象中 `{field}` 出现两次，无法确定以哪个值为准。请只发送一次。',
    },
    example: { field: 'name' },
  },
  BodyNotUtf8: {
    status: 400,
    title: { en: 'Body is not UTF-8', zh: '请求体不是 UTF-8' },
    detail: {
      en: 'The body has bytes that are not valid UTF-8. Encode it as UTF-8 and send it again.',
      zh: '请求体包含无效的 UTF-8 字节。请将其编码为 UTF-8 后重新发送。',
    },
  },
  HostTwice: {
    status: 400,
    title: { en: 'Several Host headers', zh: 'Host 请求头重复' },
    detail: {
      en: 'The request has several `Host` headers, which programs on the way may read differently. Send one.',
      zh: '请求带有多个 `Host` 请求头，途经的程序可能各取其一。请只发送一个。',
    },
  },
  MalformedUrl: {
    status: 400,
    title: { en: 'URL is malformed', zh: 'URL 格式错误' },
    detail: {
      en: 'The path cannot be decoded. Percent-encode every character outside ASCII as UTF-8.',
      zh: '路径无法解码。请将非 ASCII 字符按 UTF-8 进行百分号编码。',
    },
  },
  BadUrl: {
    status: 414,
    title: { en: 'URL too long', zh: 'URL 过长' },
    detail: {
      en: 'An id in the path is longer than 200 characters. Check the address.',
      zh: '路径中的标识超过 200 个字符，请核对地址。',
    },
  },
  RouteNotFound: {
    status: 404,
    title: { en: 'Address not found', zh: '地址不存在' },
    detail: {
      en: 'Nothing answers at this path. Compare it with the API description at `/openapi.json`.',
      zh: '该路径不存在。请与 `/openapi.json` 中的接口说明核对。',
    },
  },
  MethodNotAllowed: {
    status: 405,
    title: { en: 'Method not allowed', zh: '不允许的请求方法' },
    detail: {
      en: 'This path does not take that method. Use {allowed}.',
      zh: '该路径不支持此请求方法，请使用 {allowed}。',
    },
    example: { allowed: ['GET', 'HEAD'] },
  },
  BadRequest: {
    status: 400,
    title: { en: 'Bad request', zh: '错误的请求' },
    detail: {
      en: 'The request cannot be understood. Compare it with the API description at `/openapi.json`.',
      zh: '无法理解该请求。请与 `/openapi.json` 中的接口说明核对。',
    },
  },
});
