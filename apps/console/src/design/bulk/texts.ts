import { texts } from '../../words/texts.js';

export const useBulkTexts = texts({
  undoing: ['Undo: {{title}}', '撤销：{{title}}'],
  progress: ['{{settled}} of {{count}}', '{{settled}} / {{count}}'],
  done: ['{{done}} of {{count}} done', '已完成 {{done}} / {{count}}'],
  stop: ['Stop', '停止'],
  goOn: ['Go on', '继续'],
  refused: [{ one: '{{count}} refused', other: '{{count}} refused' }, '{{count}} 项被拒绝'],
  undo: ['Undo', '撤销'],
  undoSome: ['Undo {{count}} of {{done}}', '撤销 {{count}} / {{done}}'],
  close: ['Close', '关闭'],
  again: ['Try again', '重试'],
  why: [
    'These records were not changed, each for the reason that stands beside it. Correct it on the page of the record, then try again.',
    '以下记录未变更，原因见各条。请在记录页面处理后重试。',
  ],
});
