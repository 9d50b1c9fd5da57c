import { problems, type Words } from '@annals/event-sourcing';
import type { Move } from './task.state.js';

const STATUSES = {
  open: { en: 'open', zh: '未完成' },
  done: { en: 'done', zh: '已完成' },
  cancelled: { en: 'cancelled', zh: '已取消' },
};

const MOVES: Readonly<Record<Move, Words>> = {
  planning: { en: 'planning', zh: '计划' },
  completion: { en: 'completion', zh: '完成' },
  cancellation: { en: 'cancellation', zh: '取消' },
  reopening: { en: 'reopening', zh: '重新打开' },
};

export const taskProblems = problems({
  TaskUnknown: {
    kind: 'missing',
    title: { en: 'Task not found', zh: '任务不存在' },
    detail: {
      en: 'There is no task {taskId}. Check the id, or plan the task first.',
      zh: '没有任务 {taskId}。请核对编号，或先计划该任务。',
    },
    example: { taskId: 'ta-6001' },
  },
  TaskAlreadyPlanned: {
    kind: 'conflict',
    title: { en: 'Task already planned', zh: '任务已计划' },
    detail: {
      en: 'Task {taskId} is planned already, with other content. Send another id for another task.',
      zh: '任务 {taskId} 已计划，且内容不同。其他任务请使用其他编号。',
    },
    example: { taskId: 'ta-6001' },
  },
  TaskNotOpen: {
    kind: 'conflict',
    title: { en: 'Task not open', zh: '任务已结束' },
    detail: {
      en: 'The task is {status}, and only an open task can be changed or ended. Reopen it first.',
      zh: '该任务状态为“{status}”，只有未完成的任务可以变更或结束。请先重新打开。',
    },
    values: { status: STATUSES },
    example: { status: 'done' },
  },
  TaskAlreadyEnded: {
    kind: 'conflict',
    title: { en: 'Task already ended', zh: '任务已结束' },
    detail: {
      en: 'Task {taskId} is {status} already, with another result or reason. Reopen it to end it again.',
      zh: '任务 {taskId} 状态已为“{status}”，且结果或原因不同。如需重新结束，请先重新打开。',
    },
    values: { status: STATUSES },
    example: { taskId: 'ta-6001', status: 'done' },
  },
  TaskIsOpen: {
    kind: 'conflict',
    title: { en: 'Task is open', zh: '任务未结束' },
    detail: {
      en: 'Task {taskId} is open. Reopen tasks only that are completed or cancelled.',
      zh: '任务 {taskId} 尚未结束。请仅重新打开已完成或已取消的任务。',
    },
    example: { taskId: 'ta-6001' },
  },
  TaskOccurredTooEarly: {
    kind: 'conflict',
    title: { en: 'Occurred before what it follows', zh: '发生时间早于其前提' },
    detail: {
      en: 'The {follows} of the task was at {since}, and this follows it. It cannot have occurred at {occurredAt}: send a later `occurredAt`.',
      zh: '该任务的{follows}时间为 {since}，本操作在其之后，不可能发生于 {occurredAt}。请发送更晚的 `occurredAt`。',
    },
    values: { follows: MOVES },
    example: { follows: 'planning', since: '2026-01-05T09:00:00.000Z', occurredAt: '2026-01-04T09:00:00.000Z' },
  },
  ReminderAfterDue: {
    kind: 'conflict',
    title: { en: 'Reminder after the due time', zh: '提醒时间晚于截止时间' },
    detail: {
      en: 'The task is due at {dueAt}, and the reminder would come at {remindAt}. Send an earlier reminder, or a later due time.',
      zh: '任务截止时间为 {dueAt}，提醒时间 {remindAt} 在其之后。请提前提醒时间，或推迟截止时间。',
    },
    example: { dueAt: '2026-01-08T09:00:00.000Z', remindAt: '2026-01-08T10:00:00.000Z' },
  },
  RecordOfAnotherCustomer: {
    kind: 'reference',
    title: { en: 'Not a record of the customer', zh: '记录不属于该客户' },
    detail: {
      en: 'Customer {customerId} has no deal or complaint {recordId}. Check both ids.',
      zh: '客户 {customerId} 没有商机或投诉 {recordId}。请核对两个编号。',
    },
    example: { customerId: 'c-1001', recordId: 'd-3001' },
  },
});
