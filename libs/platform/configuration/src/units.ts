import type { Words } from '@annals/event-sourcing';

/** What the numbers of settings count. */
export const UNITS = {
  bytes: { en: 'bytes', zh: '字节' },
  milliseconds: { en: 'milliseconds', zh: '毫秒' },
  seconds: { en: 'seconds', zh: '秒' },
  minutes: { en: 'minutes', zh: '分钟' },
  'business-hours': { en: 'business hours', zh: '营业小时' },
  days: { en: 'days', zh: '天' },
  months: { en: 'months', zh: '个月' },
} as const satisfies Readonly<Record<string, Words>>;

export type Unit = keyof typeof UNITS;
