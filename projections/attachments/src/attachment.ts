import { attachmentId, content, kind, reason, records } from '@annals/contracts-attachments';
import { choice, customerId, field, instant } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';

export const status = choice({
  attached: { en: 'Attached', zh: '已添加' },
  removed: { en: 'Removed', zh: '已移除' },
});

const { dealId, complaintId } = records.shape;

/** An attachment as the API answers it; its content is downloaded apart. */
export const attachment = z.strictObject({
  ...{ attachmentId, customerId, status, kind, ...content.shape },
  dealId: dealId.unwrap().nullable(),
  complaintId: complaintId.unwrap().nullable(),
  attachedAt: field(instant, { en: 'Attached', zh: '添加时间' }),
  removedAt: field(instant.nullable(), { en: 'Removed', zh: '移除时间' }),
  reason: field(
    reason.nullable(),
    { en: 'Reason', zh: '原因' },
    { description: { en: 'Why it was removed.', zh: '移除的原因。' } },
  ),
});

/** The stored document. */
export type AttachmentDocument = Immutable<z.output<typeof attachment>> & { readonly revision: number };
