import { httpProblems } from '@annals/http';

/** What reading imports may meet. */
export const importProblems = httpProblems({
  ImportNotFound: {
    status: 404,
    title: { en: 'Import not found', zh: '导入不存在' },
    detail: {
      en: 'There is no import {id}. `GET /v1/imports` lists those that there are.',
      zh: '没有导入 {id}。可通过 `GET /v1/imports` 查看现有的导入。',
    },
    example: { id: 'telco-5c0f1a2b3d4e' },
  },
  ImportFileNotFound: {
    status: 404,
    title: { en: 'No such file of the import', zh: '该导入没有此文件' },
    detail: {
      en: 'The import {id} has no such file: no row had a problem, or it was not undone. `GET /v1/imports` says which files each import has.',
      zh: '导入 {id} 没有此文件：没有出现问题的行，或尚未撤销。`GET /v1/imports` 列出各次导入的文件。',
    },
    example: { id: 'telco-5c0f1a2b3d4e' },
  },
});
