import { texts } from '../../words/texts.js';

export const useComplaintsTexts = texts({
  title: ['Complaints', '投诉'],
  file: ['File a complaint', '登记投诉'],
  desks: ['Which complaints', '投诉范围'],
  open: ['Open', '处理中'],
  overdue: ['Overdue', '已超期'],
  mine: ['Mine', '我的'],
  paused: ['Paused', '已暂停'],
  closed: ['Closed', '已结案'],
  take: ['Take', '受理'],
  taken: ['“{{subject}}” is yours · position {{position}}', '“{{subject}}”已由您处理 · 位置 {{position}}'],
  undo: ['Undo', '撤销'],
  undone: ['“{{subject}}” is assigned to {{name}} again', '“{{subject}}”已重新分派给{{name}}'],
  nobody: ['Nobody', '未分派'],
  none: ['No complaint waits here', '此处没有待处理的投诉'],
  noneWhy: ['Complaints appear here as soon as they are filed.', '投诉登记后将立即显示在此处。'],
});
