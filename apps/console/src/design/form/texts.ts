import { texts } from '../../words/texts.js';

export const useFormTexts = texts({
  more: ['More fields', '更多字段'],
  optional: ['optional', '选填'],
  choose: ['Choose', '请选择'],
  cancel: ['Cancel', '取消'],
  save: ['Save', '保存'],
  addOne: ['Add', '添加'],
  remove: ['Remove', '移除'],
  saved: ['Saved at position {{position}}', '已保存，位置 {{position}}'],
  undo: ['Undo', '撤销'],
  undone: ['Undone at position {{position}}', '已撤销，位置 {{position}}'],
  yes: ['Yes', '是'],
  no: ['No', '否'],
});
