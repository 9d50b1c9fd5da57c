import { field } from '@annals/contracts-values';
import { z } from 'zod';
import { pastInstant } from './past-instant.js';

/** Fields of every command, unless it declares a field of the same name, such as a required reason. */
export const everyCommand = {
  occurredAt: field(
    pastInstant,
    { en: 'Occurred at', zh: '发生时间' },
    {
      example: '2026-01-05T09:00:00Z',
      description: {
        en: 'When it happened, if not now: an instant, or a day in the time zone of the company: today for now, an earlier one for some time within it; not in the future.',
        zh: '实际发生的时间（如非当前时间）：时刻，或公司时区的日期（今天指现在，较早的日期指当日某一时刻）；不得晚于现在。',
      },
    },
  ).optional(),
  reason: field(
    z.string().min(1).max(200),
    { en: 'Reason', zh: '原因' },
    {
      example: 'The customer called.',
      description: {
        en: 'Why; it is kept with every event that the command causes.',
        zh: '原因；随该命令产生的每个事件一并保存。',
      },
    },
  ).optional(),
  expectedRevision: field(
    z.int().min(-1),
    { en: 'Expected revision', zh: '预期版本' },
    {
      example: 3,
      description: {
        en: 'The revision of the stream that the caller has seen; `If-Match` says the same.',
        zh: '调用方所见的流版本；与 `If-Match` 含义相同。',
      },
    },
  ).optional(),
} as const;
