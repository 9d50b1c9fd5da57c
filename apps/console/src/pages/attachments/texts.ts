import { texts } from '../../words/texts.js';

export const useAttachmentTexts = texts({
  title: ['Attachments', '附件'],
  none: ['No file is attached.', '尚无附件。'],
  kind: ['Kind of file', '附件类型'],
  attach: ['Attach a file', '添加附件'],
  sending: ['Sending', '正在上传'],
  remove: ['Remove {{name}}', '移除 {{name}}'],
});
