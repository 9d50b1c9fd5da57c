import { texts } from '../../words/texts.js';

export const useAuditTexts = texts({
  title: ['Audit', '审计'],
  all: ['All', '全部'],
  kinds: ['Kinds of events', '事件类别'],
  find: ['Find a customer', '查找客户'],
  findWhy: ['History, replay and comparison of a customer', '查看客户的历史、回放与对比'],
  none: ['No event of this kind', '没有此类事件'],
  noneWhy: ['Nothing of this kind was recorded, as far as you may see.', '在您可查看的范围内，没有记录过此类事件。'],
  earlier: ['Show earlier events', '显示更早的事件'],
  customer: ['History of the customer', '该客户的历史'],
  then: ['The customer’s page at this event', '此事件时的客户页面'],
  request: ['a request of this user', '该用户的操作'],
});
