import { httpProblems } from '@annals/http';

/** What a list as of a moment may meet in its parameters. */
export const pastProblems = httpProblems({
  CustomerNeeded: {
    status: 400,
    title: { en: 'Customer needed', zh: '缺少客户' },
    detail: {
      en: 'A list as of a moment (`asOf`) is that of one customer. Send one value of `{field}`, or no `asOf`.',
      zh: '指定时点（`asOf`）的列表只能针对一个客户。请提供一个 `{field}` 的值，或不使用 `asOf`。',
    },
    example: { field: 'customer' },
  },
  TooManyEvents: {
    status: 422,
    title: { en: 'Too many events', zh: '事件过多' },
    detail: {
      en: 'The report rests on more than {most} events, which cannot be put into the order in which they occurred. Ask with `axis=recorded`.',
      zh: '该报表涉及的事件超过 {most} 个，无法按发生时间排序。请改用 `axis=recorded`。',
    },
    example: { most: 200_000 },
  },
});
