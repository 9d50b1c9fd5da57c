import { command, systemCommand } from '@annals/command-bus';
import { attachmentId, content, kind, reason, records } from '@annals/contracts-attachments';
import { customerId } from '@annals/contracts-values';

const about = 'attachmentId';

/** Sent once the content is stored and its type is verified. */
export class AttachFile extends systemCommand(
  'AttachFile',
  { attachmentId, customerId, kind, ...content.shape, ...records.shape },
  { about: 'customerId' },
) {}

export class RemoveFile extends command(
  'RemoveFile',
  { attachmentId, reason },
  {
    post: 'attachments/:attachmentId/remove',
    summary: { en: 'Remove an attached file', zh: '移除附件' },
    description: {
      en: 'That it was attached stays recorded; its content is deleted unless another attachment has the same.',
      zh: '添加附件的记录会保留；如无其他附件使用相同内容，其内容将被删除。',
    },
    needs: 'attachments.write',
    about,
  },
) {}
