import { texts } from '../../words/texts.js';

export const useTasksTexts = texts({
  title: ['Tasks', '任务'],
  desks: ['Which tasks', '任务范围'],
  mine: ['Mine', '我的'],
  open: ['Open', '未完成'],
  overdue: ['Overdue', '已超期'],
  ended: ['Ended', '已结束'],
  next: ['Next action', '下一步行动'],
  nothingPlanned: ['Nothing is planned.', '尚未计划任何行动。'],
  plan: ['Plan a task', '计划任务'],
  complete: ['Complete', '完成'],
  customer: ['Customer', '客户'],
  nobody: ['Nobody', '未指派'],
  none: ['No task waits here', '此处没有待办任务'],
  noneWhy: ['Plan a task on the page of a customer, or here.', '可在客户页面或此处计划任务。'],
});
