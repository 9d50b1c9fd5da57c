import { httpProblems } from '@annals/http';

/** Problems of drafts. */
export const draftProblems = httpProblems({
  DraftFormNotFound: {
    status: 404,
    title: { en: 'Form not found', zh: '表单不存在' },
    detail: {
      en: 'No form {form} can have a draft. Send the name of a command, and after it the ids that it is about, each after `~`, such as `MakeContact~c-1001`.',
      zh: '表单 {form} 不能保存草稿。请使用命令名称，其后依次附上相关标识，各以 `~` 分隔，例如 `MakeContact~c-1001`。',
    },
    example: { form: 'MakeCall~c-1001' },
  },
  DraftTooLarge: {
    status: 413,
    title: { en: 'Draft too large', zh: '草稿过大' },
    detail: {
      en: 'The values of the draft are larger than {most} bytes as JSON. Shorten them, or send the form.',
      zh: '草稿内容的 JSON 超过 {most} 字节。请缩短内容，或直接提交表单。',
    },
    example: { most: 65_536 },
  },
});
