import { httpProblems } from '@annals/http';

/** What importing over HTTP may meet. */
export const importProblems = httpProblems({
  ImportNotFound: {
    status: 404,
    title: { en: 'Import not found', zh: '导入不存在' },
    detail: {
      en: 'There is no import {id}. Send the id of one that `GET /v1/imports` lists.',
      zh: '没有导入 {id}。请使用 `GET /v1/imports` 列出的编号。',
    },
    example: { id: 'telco-5c0f1a2b3d4e' },
  },
  ImportFileNotFound: {
    status: 404,
    title: { en: 'No such file of the import', zh: '该导入没有此文件' },
    detail: {
      en: 'The import {id} has no such file: no row had a problem, or it was not undone. Look at `GET /v1/imports`, which says what files each import has.',
      zh: '导入 {id} 没有此文件：没有出现问题的行，或尚未撤销。请通过 `GET /v1/imports` 查看各次导入的文件。',
    },
    example: { id: 'telco-5c0f1a2b3d4e' },
  },
  UploadNotFound: {
    status: 404,
    title: { en: 'File not found', zh: '文件不存在' },
    detail: {
      en: 'There is no file {id}, or it was removed because many newer ones were sent. Send it again with `POST /v1/import-files`.',
      zh: '没有文件 {id}，或因后续上传较多已被清除。请通过 `POST /v1/import-files` 重新上传。',
    },
    example: { id: '5c0f1a2b-3d4e-4f60-8a71-92b3c4d5e6f7' },
  },
  UploadTooLarge: {
    status: 413,
    title: { en: 'File too large', zh: '文件过大' },
    detail: {
      en: 'The file is larger than {most} bytes, the setting `IMPORT_FILE_LIMIT`. Split it, or import it by the command line.',
      zh: '文件超过 {most} 字节（设置项 `IMPORT_FILE_LIMIT`）。请拆分文件，或改用命令行导入。',
    },
    example: { most: 67_108_864 },
  },
  UploadEmpty: {
    status: 400,
    title: { en: 'File is empty', zh: '文件为空' },
    detail: {
      en: 'The file has no bytes, or did not arrive as a whole. Send it again.',
      zh: '文件没有内容，或未完整送达。请重新上传。',
    },
  },
  UploadInUse: {
    status: 409,
    title: { en: 'File in use', zh: '文件正在使用' },
    detail: {
      en: 'The import {id} still reads the file. Pause it or wait for its end.',
      zh: '导入 {id} 仍在读取该文件。请暂停或等待其结束。',
    },
    example: { id: 'telco-5c0f1a2b3d4e' },
  },
  TooManyUploads: {
    status: 429,
    title: { en: 'Too many files at once', zh: '同时上传的文件过多' },
    detail: {
      en: 'The server receives {most} files already, which is the most. Try again after the seconds in `Retry-After`.',
      zh: '服务器正在接收 {most} 个文件，已达上限。请在 `Retry-After` 所示秒数后重试。',
    },
    example: { most: 4 },
  },
  ImportUnderWay: {
    status: 409,
    title: { en: 'Import under way', zh: '导入正在进行' },
    detail: {
      en: 'Something is being done for the import {id} already, or its run is paused. Wait for its end, or pause or resume it.',
      zh: '导入 {id} 已有任务在进行，或其运行已暂停。请等待结束，或暂停、继续该任务。',
    },
    example: { id: 'telco-5c0f1a2b3d4e' },
  },
  ImportNotUnderWay: {
    status: 409,
    title: { en: 'Import not under way', zh: '导入未在进行' },
    detail: {
      en: 'Nothing is being done for the import {id}. Nothing has to be done to pause it.',
      zh: '导入 {id} 没有进行中的任务，无需暂停。',
    },
    example: { id: 'telco-5c0f1a2b3d4e' },
  },
  ImportWithoutFile: {
    status: 409,
    title: { en: 'Import without its file', zh: '导入缺少文件' },
    detail: {
      en: 'The import {id} was made by the command line, or its file was removed. Run it there, or send the file again.',
      zh: '导入 {id} 由命令行执行，或其文件已清除。请在命令行运行，或重新上传文件。',
    },
    example: { id: 'telco-5c0f1a2b3d4e' },
  },
  ImportTooLarge: {
    status: 413,
    title: { en: 'Import needs too much memory', zh: '导入占用内存过多' },
    detail: {
      en: 'What the import keeps in memory does not fit: a dry run keeps all that it would store, and joined files are kept as a whole. Split the file, or use the command line.',
      zh: '导入需保留在内存中的内容过多：试运行会保留全部待存储内容，关联文件会整体载入。请拆分文件，或改用命令行。',
    },
  },
  ImportNothingStored: {
    status: 409,
    title: { en: 'Nothing to undo', zh: '没有可撤销的内容' },
    detail: {
      en: 'The import {id} has stored nothing. Nothing has to be done to undo it.',
      zh: '导入 {id} 没有存储任何内容，无需撤销。',
    },
    example: { id: 'telco-5c0f1a2b3d4e' },
  },
  ImportNotAllowed: {
    status: 403,
    title: { en: 'Import not allowed', zh: '不允许导入' },
    detail: {
      en: 'Who started it may no longer import, or may not undo records of all customers. Ask an administrator for the right.',
      zh: '发起人已无导入权限，或无权撤销全部客户的记录。请向管理员申请权限。',
    },
  },
  ImportMappingInvalid: {
    status: 422,
    title: { en: 'Mapping does not fit the file', zh: '映射与文件不符' },
    detail: {
      en: 'The mapping does not fit the file. Correct it, or send another file: {problems}.',
      zh: '映射与文件不符，请更正映射或重新上传文件：{problems}。',
    },
    example: { problems: 'steps.0.fields.name: "rows" has no column "Name"' },
  },
});
