import { httpProblems } from '@annals/http';

/** Problems of attached files and their content. */
export const uploadProblems = httpProblems({
  AttachmentTooLarge: {
    status: 413,
    title: { en: 'File too large', zh: '文件过大' },
    detail: {
      en: 'The file is larger than {most} bytes, the setting `ATTACHMENT_LIMIT`. Split it, or send a smaller version.',
      zh: '文件超过 {most} 字节（设置项 `ATTACHMENT_LIMIT`）。请拆分文件，或发送较小的版本。',
    },
    example: { most: 26_214_400 },
  },
  AttachmentEmpty: {
    status: 400,
    title: { en: 'File is empty', zh: '文件为空' },
    detail: {
      en: 'The file has no bytes, or did not arrive as a whole. Send it again.',
      zh: '文件没有内容，或未完整送达。请重新上传。',
    },
  },
  AttachmentTypeNotAllowed: {
    status: 415,
    title: { en: 'Type of file not allowed', zh: '不允许的文件类型' },
    detail: {
      en: 'Files may have the extensions {allowed}, by the setting `ATTACHMENT_TYPES`. Send the file as one of these, with its name in `Content-Disposition`.',
      zh: '允许的扩展名为 {allowed}（设置项 `ATTACHMENT_TYPES`）。请使用其中一种类型，并在 `Content-Disposition` 中给出文件名。',
    },
    example: { allowed: 'pdf, png, jpg' },
  },
  AttachmentTypeDiffers: {
    status: 415,
    title: { en: 'Content is of another type', zh: '内容与类型不符' },
    detail: {
      en: 'The name ends with `.{extension}`, but the content is not of that type. Check the file, or correct its name.',
      zh: '文件名以 `.{extension}` 结尾，但内容并非该类型。请检查文件，或更正文件名。',
    },
    example: { extension: 'pdf' },
  },
  TooManyAttachments: {
    status: 429,
    title: { en: 'Too many files at once', zh: '同时上传的文件过多' },
    detail: {
      en: 'The server receives {most} files already, which is the most. Try again after the seconds in `Retry-After`.',
      zh: '服务器正在接收 {most} 个文件，已达上限。请在 `Retry-After` 所示秒数后重试。',
    },
    example: { most: 4 },
  },
  AttachmentHidden: {
    status: 403,
    title: { en: 'Content hidden', zh: '内容不可见' },
    detail: {
      en: 'To download an attached file you need the right `personal.read` for its customer. Ask an administrator to grant it.',
      zh: '下载附件需要对该客户的 `personal.read` 权限。请联系管理员授权。',
    },
  },
  AttachmentGone: {
    status: 410,
    title: { en: 'Content removed', zh: '内容已移除' },
    detail: {
      en: 'Attachment {attachmentId} was removed, or its content is missing. Ask for the file to be attached again.',
      zh: '附件 {attachmentId} 已移除，或内容缺失。请联系相关人员重新添加文件。',
    },
    example: { attachmentId: 'at-7001' },
  },
});
