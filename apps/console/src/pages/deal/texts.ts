import { texts } from '../../words/texts.js';

export const useDealTexts = texts({
  pipeline: ['Pipeline', '销售管道'],
  here: ['Deal', '商机'],
  facts: ['Facts', '基本信息'],
  lines: ['Lines', '明细'],
  none: ['The value was given as a whole, without lines.', '金额为整体给出，没有明细。'],
  advance: ['Move on', '推进'],
  close: ['Close deal', '关闭商机'],
  ofStep: ['by its step', '按阶段'],
  estimatedBy: ['estimated by {{name}}', '{{name}}评估'],
  replaces: [
    'The probability of the step “{{step}}” is {{probability}} %. An estimate replaces it in the forecast.',
    '阶段“{{step}}”的成交概率为 {{probability}}%。评估值将在预测中替代该概率。',
  ],
  reopen: ['Reopen', '重新打开'],
});
