import { kind, type AttachmentEvent } from '@annals/contracts-attachments';
import { instant, number, revised, text, view, whenKnown } from '@annals/event-sourcing';
import { attachment, status, type AttachmentDocument } from './attachment.js';

export type { AttachmentDocument } from './attachment.js';

/** One document for each file that was attached, removed or not. */
export const attachmentList = view<AttachmentEvent, AttachmentDocument>()({
  name: 'attachment-list',
  version: 1,
  key: ({ data }) => data.attachmentId,
  on: revised<AttachmentEvent, AttachmentDocument>({
    FileAttached: (_, { data: { dealId, complaintId, ...data }, occurredAt }) => ({
      ...data,
      ...{ dealId: dealId ?? null, complaintId: complaintId ?? null },
      ...{ status: 'attached', attachedAt: occurredAt, removedAt: null, reason: null },
    }),
    FileRemoved: whenKnown((found, { data: { reason }, occurredAt: removedAt }) => ({
      ...found,
      ...{ status: 'removed', removedAt, reason },
    })),
  }),
  fields: {
    status: text((file) => file.status, { schema: status }),
    kind: text((file) => file.kind, { schema: kind }),
    customer: text(({ customerId }) => customerId),
    deal: text(({ dealId }) => dealId),
    complaint: text(({ complaintId }) => complaintId),
    /** Which content is still needed; `null` once it is removed. */
    content: text(({ status, sha256 }) => (status === 'attached' ? sha256 : null)),
    attachedAt: instant(({ attachedAt }) => attachedAt),
    bytes: number(({ bytes }) => bytes),
  },
  indexes: [
    ['attachedAt'],
    ['content'],
    ['customer', 'attachedAt'],
    ['deal', 'attachedAt'],
    ['complaint', 'attachedAt'],
  ],
  personal: ['name', 'reason'],
  revision: ({ revision }) => revision,
  answer: { schema: attachment, of: ({ revision: _, ...shown }) => shown },
  list: {
    path: 'attachments',
    summary: {
      en: 'List attached files by customer, deal, complaint and kind',
      zh: '按客户、商机、投诉和类型列出附件',
    },
    record: {
      ...{ name: 'Attachment', en: 'attachment', zh: '附件', id: 'attachmentId', schema: 'NamedAttachment' },
      one: { en: 'Get what is known of an attached file', zh: '查看附件信息' },
    },
    needs: 'attachments.read',
    filters: ['status', 'kind', 'customer', 'deal', 'complaint'],
    ranges: ['attachedAt'],
    names: { customerName: 'customer' },
    sorts: ['-attachedAt'],
  },
});
