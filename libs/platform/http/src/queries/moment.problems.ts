import { httpProblems } from '../problems/http-problem.js';

/** Problems of parameters that are times. */
export const momentProblems = httpProblems({
  MomentInvalid: {
    status: 400,
    title: { en: 'Moment not valid', zh: '时点无效' },
    detail: {
      en: '`{field}` is not a moment. Send a full date such as 2026-01-31, an instant with its offset such as 2026-01-31T09:00:00+08:00 (in a URL, `+` is written `%2B`), or (for `asOf`) a position of the log.',
      zh: '`{field}` 不是有效时点。请发送完整日期（如 2026-01-31）、带时差的时刻（如 2026-01-31T09:00:00+08:00，在 URL 中 `+` 写作 `%2B`），`asOf` 也可为日志位置。',
    },
    example: { field: 'asOf' },
  },
  PeriodInvalid: {
    status: 400,
    title: { en: 'Range not valid', zh: '范围无效' },
    detail: {
      en: 'The range begins at {from}, which is after its end, {to}. Send a `from` that is not after `to`.',
      zh: '范围的开始 {from} 在结束 {to} 之后。请使 `from` 不晚于 `to`。',
    },
    example: { from: '2026-02-01', to: '2026-01-01' },
  },
});
