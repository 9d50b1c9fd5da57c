import { texts } from '../../words/texts.js';

export const useImportsTexts = texts({
  title: ['Imports', '导入'],
  what: ['Files', '文件'],
  started: ['Started', '开始时间'],
  state: ['State', '状态'],
  rows: ['Rows', '行数'],
  rowCount: [{ one: '{{number}} row', other: '{{number}} rows' }, '{{number}} 行'],
  errors: ['Rows with errors', '有错误的行'],
  undo: ['Undo', '撤销'],
  finished: ['Finished', '已完成'],
  unfinished: ['Unfinished', '未完成'],
  noErrors: ['No errors', '无错误'],
  failed: [
    { one: '{{number}} row with errors as CSV', other: '{{number}} rows with errors as CSV' },
    '{{number}} 行有错误（CSV）',
  ],
  warnings: ['Warnings as CSV', '警告（CSV）'],
  notUndone: ['Not undone', '未撤销'],
  undone: ['Undone', '已撤销'],
  undoing: ['Undo not finished', '撤销未完成'],
  figures: ['{{withdrawn}} withdrawn, {{changedBack}} changed back', '撤回 {{withdrawn}}，改回 {{changedBack}}'],
  kept: [
    { one: '{{number}} kept: why, as CSV', other: '{{number}} kept: why, as CSV' },
    '保留 {{number}}：原因（CSV）',
  ],
  none: ['Nothing was imported yet', '尚未导入数据'],
  noneWhy: [
    'Files are imported with the command line, which also undoes an import:',
    '文件通过命令行导入，撤销导入亦同：',
  ],
});
