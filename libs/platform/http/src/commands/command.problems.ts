import { httpProblems } from '../problems/http-problem.js';

/** Problems of commands outside their rules, and of tokens of reads. */
export const commandProblems = httpProblems({
  CommandUnknown: {
    status: 400,
    title: { en: 'Command not known', zh: '未知命令' },
    detail: {
      en: 'There is no command `{type}`. Send in `type` the operation id of a command, such as `RegisterCustomer`.',
      zh: '没有命令 `{type}`。请在 `type` 中填写命令的操作标识，例如 `RegisterCustomer`。',
    },
    example: { type: 'RegisterCustomr' },
  },
  IfMatchInvalid: {
    status: 400,
    title: { en: 'If-Match not valid', zh: 'If-Match 无效' },
    detail: {
      en: 'The header `If-Match` is not a revision. Send {expected}, as the header `ETag` had it, or `*`.',
      zh: '请求头 `If-Match` 不是修订号。请发送 {expected}（与响应头 `ETag` 相同），或 `*`。',
    },
    example: { header: 'If-Match', expected: '"<revision>"' },
  },
  IdempotencyKeyInvalid: {
    status: 400,
    title: { en: 'Idempotency-Key not valid', zh: 'Idempotency-Key 无效' },
    detail: {
      en: 'The idempotency key has to be {expected}. Send a UUID, for example.',
      zh: '幂等键必须是 1 至 200 个可见 ASCII 字符。请发送例如 UUID。',
    },
    example: { expected: '1 to 200 visible ASCII characters' },
  },
  CorrelationIdInvalid: {
    status: 400,
    title: { en: 'X-Correlation-Id not valid', zh: 'X-Correlation-Id 无效' },
    detail: {
      en: 'The correlation id has to be {expected}. Send a UUID, for example.',
      zh: '关联标识必须是 1 至 200 个可见 ASCII 字符。请发送例如 UUID。',
    },
    example: { expected: '1 to 200 visible ASCII characters' },
  },
  IdempotencyKeyReused: {
    status: 422,
    title: { en: 'Idempotency-Key used for another command', zh: '幂等键已用于其他命令' },
    detail: {
      en: 'This idempotency key was sent with another command before. Send a new key with a new command.',
      zh: '该幂等键此前已用于另一条命令。新的命令请使用新的幂等键。',
    },
  },
  PreconditionFailed: {
    status: 412,
    title: { en: 'Changed in the meantime', zh: '记录已被更改' },
    detail: {
      en: 'You sent revision {expected}, but the record is at revision {actual}. Read it again, and repeat the command if it is still right.',
      zh: '您提交的修订号为 {expected}，而该记录已是修订号 {actual}。请重新读取，如仍需执行请再次发送命令。',
    },
    example: {
      ...{ stream: 'customer-c-1', expected: 1, actual: 2 },
      since: [{ type: 'OwnerAssigned', revision: 2, actor: 'u-7', recordedAt: '2026-01-05T09:00:00.000Z' }],
    },
  },
  RevisionConflict: {
    status: 409,
    title: { en: 'Too many changes at once', zh: '并发更改冲突' },
    detail: {
      en: 'Others changed the same record at the same time. Send the command again after the seconds in `Retry-After`.',
      zh: '该记录同时被其他请求更改。请在 `Retry-After` 所示秒数后重新发送命令。',
    },
    example: { actual: 7 },
  },
  LogUnavailable: {
    status: 503,
    title: { en: 'Event log not available', zh: '事件日志不可用' },
    detail: {
      en: 'The event log cannot be used now ({state}). Send the request again after the seconds in `Retry-After`; a command with the same `Idempotency-Key`, because it may have been carried out.',
      zh: '事件日志暂时不可用（{state}）。请在 `Retry-After` 所示秒数后重新发送请求；命令可能已执行，请使用相同的 `Idempotency-Key`。',
    },
    example: { state: 'LogAway' },
  },
  UniqueValuesNotReady: {
    status: 503,
    title: { en: 'Unique values not ready', zh: '唯一值尚未就绪' },
    detail: {
      en: 'After an upgrade, Annals compares unique values such as tax numbers by new rules and is still going through the old ones. Nothing was stored. Send the command again after the seconds in `Retry-After`.',
      zh: '升级后，系统按新规则比较税号等唯一值，目前仍在处理原有数据。命令未执行，请在 `Retry-After` 所示秒数后重新发送。',
    },
  },
  HistoryIncomplete: {
    status: 409,
    title: { en: 'History incomplete', zh: '历史不完整' },
    detail: {
      en: 'Events of `{stream}` are missing in the event log, or cannot be read ({found}), so nothing can be decided about the record. Restore them from a backup, or start the program that can read them.',
      zh: '事件日志中 `{stream}` 的事件缺失或无法读取（{found}），因此无法对该记录作出决定。请从备份恢复，或启动能读取这些事件的程序版本。',
    },
    example: { stream: 'customer-c-1', found: 'truncated' },
  },
  ConsistencyTokenInvalid: {
    status: 400,
    title: { en: 'Consistency token not valid', zh: '一致性令牌无效' },
    detail: {
      en: '`{field}` is not a token that Annals has issued. Send the `Consistency-Token` of a command’s answer unchanged, or none.',
      zh: '`{field}` 不是 Annals 签发的令牌。请原样发送命令响应中的 `Consistency-Token`，或不发送。',
    },
    example: { field: 'consistencyToken' },
  },
  CursorInvalid: {
    status: 400,
    title: { en: 'Cursor not valid', zh: '分页游标无效' },
    detail: {
      en: '`{field}` is not a cursor that Annals has issued. Send `next` of the page before unchanged, or none for the first page.',
      zh: '`{field}` 不是 Annals 签发的游标。请原样发送上一页的 `next`；读取第一页时不发送。',
    },
    example: { field: 'cursor' },
  },
});
