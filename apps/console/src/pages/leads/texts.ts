import { texts } from '../../words/texts.js';

export const useLeadsTexts = texts({
  title: ['Leads', '线索'],
  desks: ['Which leads', '线索范围'],
  mine: ['Mine', '我的'],
  open: ['Open', '跟进中'],
  unowned: ['New', '新线索'],
  ended: ['Ended', '已结束'],
  capture: ['Capture a lead', '登记线索'],
  contact: ['Contact', '联系'],
  nobody: ['Nobody', '未指派'],
  unnamed: ['No name', '无名称'],
  score: ['Score and evidence', '得分与依据'],
  rules: ['By rules', '按规则'],
  points: ['{points} points', '{points} 分'],
  probability: ['By other leads', '按其他线索'],
  probable: ['{percent} % are converted', '转化概率 {percent} %'],
  unknown: [
    'Known once a lead was converted and another one disqualified',
    '至少有一条线索已转化且另一条已淘汰后方可计算',
  ],
  counts: ['{converted} converted, {disqualified} disqualified', '{converted} 条已转化，{disqualified} 条已淘汰'],

  probably: ['Probably a customer already', '可能已是客户'],
  use: ['Convert for this customer', '转化给该客户'],
  none: ['No lead waits here', '此处没有线索'],
  noneWhy: ['Capture a lead, or choose another desk.', '请登记线索，或选择其他范围。'],
});
