import { entry, productId, reason, withdrawnFrom } from '@annals/contracts-products';
import { choice, field, instant } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';

export const status = choice({
  offered: { en: 'Offered', zh: '在售' },
  withdrawn: { en: 'Withdrawn', zh: '已停售' },
});

/** A product as the API answers it. */
export const product = z.strictObject({
  productId,
  status: field(
    status,
    { en: 'Status', zh: '状态' },
    {
      description: {
        en: 'A product is withdrawn as soon as that is recorded, also before its last day. `onSale` finds what is offered today.',
        zh: '记录停售后即为已停售，即使最后一天尚未到来。今日在售的产品请用 `onSale` 查找。',
      },
    },
  ),
  ...entry.shape,
  withdrawnFrom: withdrawnFrom.nullable(),
  reason: field(
    reason.nullable(),
    { en: 'Reason', zh: '原因' },
    { description: { en: 'Why it was withdrawn, or reinstated last.', zh: '停售或最近一次恢复销售的原因。' } },
  ),
  addedAt: field(instant, { en: 'Added', zh: '添加时间' }),
});

/** The stored document. */
export type ProductDocument = Immutable<z.output<typeof product>> & { readonly revision: number };
