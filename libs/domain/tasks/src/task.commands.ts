import { command, systemCommand } from '@annals/command-bus';
import { assignee, plan, reason, records, result, taskId } from '@annals/contracts-tasks';
import { clearable, customerId, id, namesUser, sentInstant, staff } from '@annals/contracts-values';

const needs = 'tasks.write';
const about = 'taskId';

const times = { dueAt: sentInstant(plan.shape.dueAt), remindAt: sentInstant(plan.shape.remindAt.unwrap()).optional() };

export class PlanTask extends command(
  'PlanTask',
  { taskId, customerId, ...plan.shape, ...times, assignee: namesUser(assignee).optional(), ...records.shape },
  {
    post: 'tasks',
    summary: { en: 'Plan a task', zh: '计划任务' },
    description: {
      en: 'Something to do for a customer, a call to make, a visit or a meeting, by a due time. A deal or a complaint must be one of the customer.',
      zh: '为客户办理的事项、致电、拜访或会议，须有截止时间。商机或投诉须属于该客户。',
    },
    needs,
    about: 'customerId',
    creates: 'taskId',
  },
) {}

export class AssignTask extends command(
  'AssignTask',
  { taskId, assignee: namesUser(assignee) },
  {
    post: 'tasks/:taskId/assign',
    summary: { en: 'Assign a task', zh: '指派任务' },
    description: {
      en: 'Replaces the previous assignee. Must be an active user.',
      zh: '替换原负责人；须为在用的用户。',
    },
    needs,
    about,
  },
) {}

export class ChangeTask extends command(
  'ChangeTask',
  { taskId, ...clearable({ ...plan.shape, ...times }) },
  {
    post: 'tasks/:taskId/change',
    summary: { en: 'Change an open task', zh: '变更未完成的任务' },
    description: {
      en: 'Only the given fields change; `null` removes the reminder.',
      zh: '只变更给出的字段；`null` 删除提醒。',
    },
    needs,
    about,
  },
) {}

export class CompleteTask extends command(
  'CompleteTask',
  { taskId, result: result.optional() },
  {
    post: 'tasks/:taskId/complete',
    summary: { en: 'Complete a task, with its result', zh: '完成任务' },
    description: { en: 'The due time decides whether it was completed on time.', zh: '是否按时完成由截止时间决定。' },
    needs,
    about,
  },
) {}

export class CancelTask extends command(
  'CancelTask',
  { taskId, reason },
  {
    post: 'tasks/:taskId/cancel',
    summary: { en: 'Cancel a task', zh: '取消任务' },
    description: { en: 'A cancelled task stays recorded.', zh: '取消的任务仍保留记录。' },
    needs,
    about,
  },
) {}

export class ReopenTask extends command(
  'ReopenTask',
  { taskId, reason },
  {
    post: 'tasks/:taskId/reopen',
    summary: { en: 'Reopen a completed or cancelled task', zh: '重新打开任务' },
    description: { en: 'It keeps its due time.', zh: '截止时间不变。' },
    needs,
    about,
  },
) {}

/** Sent for each open task of a user whose work is handed over. */
export class PassTask extends systemCommand('PassTask', { taskId, userId: id, to: staff }, { about: 'taskId' }) {}
