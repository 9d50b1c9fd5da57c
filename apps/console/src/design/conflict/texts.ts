import { texts } from '../../words/texts.js';

export const useConflictTexts = texts({
  title: ['Changed by another user in the meantime', '他人已同时修改'],
  nothingLost: ['Nothing is lost: choose for each field.', '内容均已保留，请逐项选择。'],
  nothingDiffers: [
    'None of the fields here has changed. What you entered can be saved as it is.',
    '此处的字段均未变更，您输入的内容可以照常保存。',
  ],
  saved: ['{{name}}, {{moment}}: {{event}}', '{{name}}，{{moment}}：{{event}}'],
  values: ['Original, theirs and mine', '原值、对方的、我的'],
  valuesNow: ['Theirs and mine', '对方的、我的'],
  original: ['Original', '原值'],
  theirs: ['Theirs', '对方的'],
  mine: ['Mine', '我的'],
  leave: ['Back to the form', '返回表单'],
  keepTheirs: ['Keep theirs', '保留对方的'],
  save: ['Save choice', '保存所选'],
});
