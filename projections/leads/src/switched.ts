import { choice, field, instant } from '@annals/contracts-values';
import type { z } from 'zod';

/** Whether a form or a rule is used. */
export const switchStatus = field(
  choice({ on: { en: 'On', zh: '启用' }, off: { en: 'Off', zh: '停用' } }),
  { en: 'Status', zh: '状态' },
  { example: 'on' },
);

/** What the API answers of a form or a rule besides its entry. */
export const switched = <Reason extends z.ZodType>(reason: Reason) => ({
  reason: field(
    reason.nullable(),
    { en: 'Reason', zh: '原因' },
    { description: { en: 'Why it was switched off or on last.', zh: '最近一次停用或启用的原因。' } },
  ),
  addedAt: field(instant, { en: 'Added', zh: '添加时间' }),
});
