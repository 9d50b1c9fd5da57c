import { problems } from '@annals/event-sourcing';

export const attachmentProblems = problems({
  AttachmentUnknown: {
    kind: 'missing',
    title: { en: 'Attachment not found', zh: '附件不存在' },
    detail: {
      en: 'There is no attachment {attachmentId}. Check the id.',
      zh: '没有附件 {attachmentId}。请核对编号。',
    },
    example: { attachmentId: 'at-7001' },
  },
  AttachmentIdTaken: {
    kind: 'conflict',
    title: { en: 'Id of the attachment taken', zh: '附件编号已使用' },
    detail: {
      en: 'Attachment {attachmentId} is another file. Send another id for another file.',
      zh: '附件 {attachmentId} 是另一个文件。其他文件请使用其他编号。',
    },
    example: { attachmentId: 'at-7001' },
  },
  AttachmentAlreadyRemoved: {
    kind: 'conflict',
    title: { en: 'Attachment already removed', zh: '附件已移除' },
    detail: {
      en: 'Attachment {attachmentId} was removed for another reason. Add the file again if it is needed.',
      zh: '附件 {attachmentId} 已因其他原因移除。如仍需要，请重新添加文件。',
    },
    example: { attachmentId: 'at-7001' },
  },
  AttachmentOccurredTooEarly: {
    kind: 'conflict',
    title: { en: 'Occurred before the file was attached', zh: '发生时间早于添加附件' },
    detail: {
      en: 'The file was attached at {since}. It cannot have been removed at {occurredAt}: send a later `occurredAt`.',
      zh: '附件添加于 {since}，不可能于 {occurredAt} 移除。请发送更晚的 `occurredAt`。',
    },
    example: { since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
  AttachedToAnotherCustomer: {
    kind: 'reference',
    title: { en: 'Not a record of the customer', zh: '记录不属于该客户' },
    detail: {
      en: 'Customer {customerId} has no deal or complaint {recordId}. Check both ids.',
      zh: '客户 {customerId} 没有商机或投诉 {recordId}。请核对两个编号。',
    },
    example: { customerId: 'c-1001', recordId: 'd-3001' },
  },
});
