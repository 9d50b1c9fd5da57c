import { kind, type TaskEvent } from '@annals/contracts-tasks';
import { latestOf } from '@annals/contracts-values';
import { instant, number, party, revised, text, view, whenKnown } from '@annals/event-sourcing';
import { status, task, type TaskDocument } from './task.js';

export type { TaskDocument } from './task.js';

/** What is said of a task, each from when it occurred. */
const dated = (task: TaskDocument, said: Partial<TaskDocument>, at: string): TaskDocument => {
  const { values, since } = latestOf(task.since, said, at);
  return touched({ ...task, ...values, since }, at);
};

/** Whether it was in time follows from the due time that holds. */
const touched = (task: TaskDocument, at: string): TaskDocument => ({
  ...task,
  onTime: task.status === 'done' ? task.endedAt! <= task.dueAt : null,
  changedAt: at > task.changedAt ? at : task.changedAt,
});

/** One document for each task, open or ended. */
export const taskList = view<TaskEvent, TaskDocument>()({
  name: 'task-list',
  version: 3,
  key: ({ data }) => data.taskId,
  on: revised<TaskEvent, TaskDocument>({
    TaskPlanned: (_, { data: { assignee, remindAt, dealId, complaintId, ...data }, occurredAt }) => ({
      ...data,
      ...{ assignee: assignee ?? null, remindAt: remindAt ?? null },
      ...{ dealId: dealId ?? null, complaintId: complaintId ?? null },
      ...{
        status: 'open',
        plannedAt: occurredAt,
        changedAt: occurredAt,
        endedAt: null,
        onTime: null,
        result: null,
        reason: null,
      },
      since: {},
    }),
    TaskAssigned: whenKnown((task, { data: { assignee }, occurredAt }) => dated(task, { assignee }, occurredAt)),
    TaskChanged: whenKnown((task, { data: { after }, occurredAt }) =>
      dated(task, after as Partial<TaskDocument>, occurredAt),
    ),
    TaskCompleted: whenKnown((task, { data: { result }, occurredAt: endedAt }) =>
      touched({ ...task, status: 'done', endedAt, result: result ?? null, reason: null }, endedAt),
    ),
    TaskCancelled: whenKnown((task, { data: { reason }, occurredAt: endedAt }) =>
      touched({ ...task, status: 'cancelled', endedAt, result: null, reason }, endedAt),
    ),
    TaskReopened: whenKnown((task, { data: { reason }, occurredAt }) =>
      touched({ ...task, status: 'open', endedAt: null, result: null, reason }, occurredAt),
    ),
  }),
  fields: {
    status: text((task) => task.status, { schema: status }),
    kind: text((task) => task.kind, { schema: kind }),
    assignee: party(({ assignee }) => assignee?.id ?? null),
    customer: text(({ customerId }) => customerId),
    deal: text(({ dealId }) => dealId),
    complaint: text(({ complaintId }) => complaintId),
    dueAt: instant(({ dueAt }) => dueAt),
    plannedAt: instant(({ plannedAt }) => plannedAt),
    remindsAt: instant(({ status, remindAt }) => (status === 'open' ? remindAt : null)),
    done: number(({ status }) => (status === 'done' ? 1 : 0)),
    late: number(({ onTime }) => (onTime === false ? 1 : 0)),
  },
  indexes: [
    ['dueAt'],
    ['plannedAt'],
    ['remindsAt'],
    ['status', 'dueAt'],
    ['assignee', 'status', 'dueAt'],
    ['customer', 'status', 'dueAt'],
    ['deal', 'dueAt'],
    ['complaint', 'dueAt'],
  ],
  personal: ['subject', 'result', 'reason'],
  revision: ({ revision }) => revision,
  answer: { schema: task, of: ({ revision: _, since: __, ...shown }) => shown },
  list: {
    path: 'tasks',
    summary: {
      en: 'List tasks by assignee, status, due time, customer, deal and complaint',
      zh: '按负责人、状态、截止时间、客户、商机和投诉列出任务',
    },
    record: {
      ...{ name: 'Task', en: 'task', zh: '任务', id: 'taskId', schema: 'NamedTask' },
      one: { en: 'Get a task with its result', zh: '查看任务及其结果' },
    },
    needs: 'tasks.read',
    filters: ['status', 'kind', 'assignee', 'customer', 'deal', 'complaint'],
    ranges: ['dueAt', 'plannedAt'],
    conditions: {
      overdue: (now) => [
        { field: 'status', is: 'open' },
        { field: 'dueAt', from: '', to: now.toISOString() },
      ],
      reminding: (now) => [{ field: 'remindsAt', from: '', to: now.toISOString() }],
    },
    names: { customerName: 'customer' },
    sorts: ['dueAt', 'plannedAt'],
  },
  report: {
    name: 'tasks',
    summary: { en: 'Tasks by kind, status and assignee', zh: '按类型、状态和负责人统计任务' },
    dimensions: ['kind', 'status', 'assignee', 'customer'],
    sum: ['done', 'late'],
    measures: {
      tasks: { en: 'Number of tasks', zh: '任务数', of: ({ count }) => count },
      done: { en: 'Of these completed', zh: '其中已完成', of: ({ done }) => done },
      late: { en: 'Of these after the due time', zh: '其中超过截止时间', of: ({ late }) => late },
    },
    time: 'plannedAt',
  },
});
