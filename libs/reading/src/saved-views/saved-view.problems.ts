import { httpProblems } from '@annals/http';

/** What saving views of lists may meet. */
export const savedViewProblems = httpProblems({
  SavedViewNotFound: {
    status: 404,
    title: { en: 'Saved view not found', zh: '视图不存在' },
    detail: {
      en: 'There is no saved view {id}, or it is not shared with you. Send the id of one that `GET /v1/saved-views` lists.',
      zh: '没有视图 {id}，或未与您共享。请使用 `GET /v1/saved-views` 列出的编号。',
    },
    example: { id: '5c0f1a2b-3d4e-4f60-8a71-92b3c4d5e6f7' },
  },
  SavedViewOfAnother: {
    status: 403,
    title: { en: 'Saved view of another user', zh: '他人的视图' },
    detail: {
      en: 'The saved view belongs to another user. Save one of your own, or ask {owner} to change it.',
      zh: '该视图属于其他用户。请另存为自己的视图，或请 {owner} 修改。',
    },
    example: { owner: 'li.na' },
  },
  SavedViewNameTaken: {
    status: 409,
    title: { en: 'Name of a saved view taken', zh: '视图名称已使用' },
    detail: {
      en: 'You have a saved view called “{view}” for this list already. Choose another name, or replace that view.',
      zh: '该列表已有您的视图“{view}”。请换一个名称，或替换原视图。',
    },
    example: { view: 'Declining in the east' },
  },
  TooManySavedViews: {
    status: 409,
    title: { en: 'Too many saved views', zh: '保存的视图过多' },
    detail: {
      en: 'There are {most} saved views already, which is the most. Remove one that nobody needs.',
      zh: '保存的视图已达 {most} 个上限，请删除不再需要的视图。',
    },
    example: { most: 100 },
  },
});
