import { httpProblems } from '@annals/http';

/** What a read may meet in its parameters. */
export const queryProblems = httpProblems({
  NumberTooShort: {
    status: 400,
    title: { en: 'Number too short', zh: '号码过短' },
    detail: {
      en: '`{field}` has fewer than {digits} digits, which too many customers have in common. Send the whole number.',
      zh: '`{field}` 少于 {digits} 位数字，匹配的客户过多。请发送完整号码。',
    },
    example: { field: 'number', digits: 4 },
  },
  CustomerNotYetRecorded: {
    status: 404,
    title: { en: 'Customer not yet recorded', zh: '客户当时尚未录入' },
    detail: {
      en: 'Customer {id} was first recorded on {recordedAt}. With `axis=occurred`, what was true reaches back to {occurredAt}. Send a later `asOf`, or that axis.',
      zh: '客户 {id} 于 {recordedAt} 首次录入系统。使用 `axis=occurred` 可追溯至 {occurredAt}。请提供更晚的 `asOf`，或改用该时间轴。',
    },
    example: { id: 'c-1', recordedAt: '2026-01-05T09:00:00.000Z', occurredAt: '2019-05-01T00:00:00.000Z' },
  },
  CustomerMergedInto: {
    status: 307,
    title: { en: 'Customer merged', zh: '客户已合并' },
    detail: {
      en: 'Customer {id} is merged into customer {survivorId}, whose page shows both. Follow `Location`; the history of {id} is still there.',
      zh: '客户 {id} 已合并至客户 {survivorId}，其页面包含双方内容。请访问 `Location`；{id} 的历史仍可查看。',
    },
    example: { id: 'c-1002', survivorId: 'c-1001' },
  },
  ProbableDuplicate: {
    status: 409,
    title: { en: 'Probably registered already', zh: '客户可能已登记' },
    detail: {
      en: 'Nothing was registered, because `ifNoDuplicates` was sent and this is probably one of the customers {customers}. Use that customer, or register without `ifNoDuplicates`.',
      zh: '请求带有 `ifNoDuplicates`，且该客户可能就是已有客户 {customers}，因此未登记。请使用已有客户，或不带 `ifNoDuplicates` 重新登记。',
    },
    example: { customers: ['c-1001', 'c-1002'] },
  },
  TooManyEventsBetween: {
    status: 400,
    title: { en: 'Too many events between the moments', zh: '两个时点之间事件过多' },
    detail: {
      en: '{count} events of the customer lie between the moments; at most {most} are compared. Send moments that are nearer to each other, or replay the history page by page.',
      zh: '两个时点之间有该客户的 {count} 个事件，最多可比较 {most} 个。请缩短时间范围，或分页回放历史。',
    },
    example: { count: 1_204, most: 1_000 },
  },
  RuleSettingUnknown: {
    status: 400,
    title: { en: 'Setting not known', zh: '未知设置' },
    detail: {
      en: 'Rules have no setting `{setting}`. Use some of {known}.',
      zh: '规则没有设置 `{setting}`。请使用以下设置：{known}。',
    },
    example: { setting: 'SILENT_DAYS', known: ['LIFECYCLE_DECLINING_SILENT_DAYS', 'HOURS_TO_RESOLVE'] },
  },
  RuleSettingInvalid: {
    status: 400,
    title: { en: 'Value of a setting not valid', zh: '设置的值无效' },
    detail: {
      en: '`{setting}` cannot be “{value}”. Send {allowed}.',
      zh: '`{setting}` 不能为“{value}”。请提供：{allowed}。',
    },
    example: { setting: 'LIFECYCLE_DECLINING_SILENT_DAYS', value: 'soon', allowed: 'a whole number from 1 to 100000' },
  },
  HistoryTooLong: {
    status: 400,
    title: { en: 'History too long', zh: '历史过长' },
    detail: {
      en: 'The customer has {count} events; at most {most} are replayed under other settings. Replay it on the command line.',
      zh: '该客户有 {count} 个事件，最多可在其他设置下回放 {most} 个。请在命令行回放。',
    },
    example: { count: 6_204, most: 5_000 },
  },
  UnitNotFound: {
    status: 404,
    title: { en: 'Unit not found', zh: '组织单元不存在' },
    detail: {
      en: 'The organisation has no unit {id}. Send the id of one that `GET /v1/organisation` shows.',
      zh: '组织中没有单元 {id}。请使用 `GET /v1/organisation` 列出的单元。',
    },
    example: { id: 'key-accounts' },
  },
  LastEventIdInvalid: {
    status: 400,
    title: { en: 'Last-Event-ID not valid', zh: 'Last-Event-ID 无效' },
    detail: {
      en: 'The header `Last-Event-ID` is not a position of the log. Send the `id` of an event of the feed unchanged, or none.',
      zh: '请求头 `Last-Event-ID` 不是日志位置。请原样发送事件流中某个事件的 `id`，或不发送。',
    },
    example: { header: 'Last-Event-ID' },
  },
  EventTypeUnknown: {
    status: 400,
    title: { en: 'Event type not known', zh: '未知事件类型' },
    detail: {
      en: 'There is no event type `{type}`. Use some of {known}.',
      zh: '没有事件类型 `{type}`。请使用以下类型：{known}。',
    },
    example: { type: 'CustomerRegistred', known: ['CustomerRegistered', 'CustomerDataChanged'] },
  },
  PositionBeyondHead: {
    status: 400,
    title: { en: 'Position beyond the end of the log', zh: '位置超出日志末尾' },
    detail: {
      en: 'The log ends at position {head}, before position {position}. Read on from a position of this log, at most its last.',
      zh: '日志末尾的位置为 {head}，早于位置 {position}。请从本日志中不晚于末尾的位置继续读取。',
    },
    example: { position: 99_999_999, head: 1_024 },
  },
  StreamEnded: {
    status: 503,
    title: { en: 'Stream ended', zh: '事件流已结束' },
    detail: {
      en: 'The server is stopping. Connect again with the `id` of the last event as `Last-Event-ID`; nothing is missed.',
      zh: '服务器正在停止。请以最后一个事件的 `id` 作为 `Last-Event-ID` 重新连接，事件不会遗漏。',
    },
  },
  TooManyStreams: {
    status: 429,
    title: { en: 'Too many event streams', zh: '事件流过多' },
    detail: {
      en: 'You have {most} event streams open, which is the most. Close one first, or read the feed page by page.',
      zh: '您已打开 {most} 个事件流，达到上限。请先关闭其中一个，或改为分页读取。',
    },
    example: { most: 20 },
  },
  ViewBehind: {
    status: 503,
    title: { en: 'View behind the log', zh: '视图落后于日志' },
    detail: {
      en: 'The view of customers has not read up to position {position} yet. Try again after the seconds in `Retry-After`.',
      zh: '客户视图尚未读到日志位置 {position}，请在 `Retry-After` 所示秒数后重试。',
    },
    example: { position: 1_024 },
  },
});
