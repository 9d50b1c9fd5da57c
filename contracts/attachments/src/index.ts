import { choice, customerId, field, id, note, personal } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

export const attachmentId = field(id, { en: 'Attachment', zh: '附件' }, { example: 'at-7001' });

const kinds = choice({
  licence: { en: 'Licence', zh: '证照' },
  contract: { en: 'Contract', zh: '合同' },
  'sample-photo': { en: 'Sample photo', zh: '样品照片' },
  other: { en: 'Other', zh: '其他' },
});

export const kind = field(kinds, { en: 'Kind', zh: '类型' }, { example: 'contract' });

/** What is known of the content, which is kept outside the log. */
export const content = z.object({
  name: field(personal, { en: 'File name', zh: '文件名' }, { example: 'contract-2026.pdf' }),
  sha256: field(
    z.string().regex(/^[0-9a-f]{64}$/),
    { en: 'SHA-256', zh: 'SHA-256' },
    { example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  ),
  bytes: field(z.int().min(1), { en: 'Size in bytes', zh: '大小（字节）' }, { example: 48_213 }),
  mediaType: field(z.string().min(3).max(200), { en: 'Media type', zh: '媒体类型' }, { example: 'application/pdf' }),
});

/** The records of the customer that a file is attached to, besides the customer. */
export const records = z.object({
  dealId: field(id, { en: 'Deal', zh: '商机' }, { example: 'd-3001' }).optional(),
  complaintId: field(id, { en: 'Complaint', zh: '投诉' }, { example: 'cp-2001' }).optional(),
});

export const reason = field(note, { en: 'Reason', zh: '原因' }, { example: 'The contract of another customer.' });

const about = { attachmentId, customerId };

export const FileAttached = Contract.of('FileAttached', { en: 'File attached', zh: '附件已添加' }).v1(
  z.object({ ...about, kind, ...content.shape, ...records.shape }),
);

export const FileRemoved = Contract.of('FileRemoved', { en: 'File removed', zh: '附件已移除' }).v1(
  z.object({ ...about, reason }),
);

export const attachmentContracts = [FileAttached, FileRemoved] as const;
export type AttachmentEvent = EventOf<(typeof attachmentContracts)[number]>;
