import { choice, customerId, field, id, instant, note, personal, personalText, staff } from '@annals/contracts-values';
import { Contract, type EventOf } from '@annals/event-sourcing';
import { z } from 'zod';

// Names and fields below are on disk: add a version, never edit one.

export const taskId = field(id, { en: 'Task', zh: '任务' }, { example: 'ta-6001' });

const kinds = choice({
  todo: { en: 'To do', zh: '待办' },
  call: { en: 'Call', zh: '致电' },
  visit: { en: 'Visit', zh: '拜访' },
  meeting: { en: 'Meeting', zh: '会议' },
});

export const kind = field(kinds, { en: 'Kind', zh: '类型' }, { example: 'call' });
export const dueAt = field(instant, { en: 'Due', zh: '截止时间' }, { example: '2026-01-08T09:00:00.000Z' });
export const remindAt = field(instant, { en: 'Reminder', zh: '提醒时间' }, { example: '2026-01-08T08:00:00.000Z' });
export const assignee = field(staff, { en: 'Assigned to', zh: '负责人' }, { example: { id: 'li.na' } });
/** Why a task is cancelled or reopened. */
export const reason = field(note, { en: 'Reason', zh: '原因' }, { example: 'The customer called first.' });
export const result = field(personalText, { en: 'Result', zh: '结果' }, { example: 'Wants an offer by Friday.' });

/** What is to be done, and by when. */
export const plan = z.object({
  kind,
  subject: field(personal, { en: 'Subject', zh: '主题' }, { example: 'Call back about the offer.' }),
  dueAt,
  remindAt: remindAt.optional(),
});
export type Plan = z.infer<typeof plan>;

/** What can be changed of it; `null` removes the reminder. */
export const change = z.strictObject({ ...plan.shape, remindAt: remindAt.nullable() }).partial();
export type Change = z.infer<typeof change>;

/** The records of the customer that a task is for. */
export const records = z.object({
  dealId: field(id, { en: 'Deal', zh: '商机' }, { example: 'd-3001' }).optional(),
  complaintId: field(id, { en: 'Complaint', zh: '投诉' }, { example: 'cp-2001' }).optional(),
});

const about = { taskId, customerId };

export const TaskPlanned = Contract.of('TaskPlanned', { en: 'Task planned', zh: '任务已计划' }).v1(
  z.object({ ...about, ...plan.shape, assignee: assignee.optional(), ...records.shape }),
);

export const TaskAssigned = Contract.of('TaskAssigned', { en: 'Task assigned', zh: '任务已指派' }).v1(
  z.object({
    ...about,
    assignee,
    previous: field(staff.nullable(), { en: 'Assigned before', zh: '原负责人' }, { example: null }),
  }),
);

/** `before` and `after` have the same keys: what changed. */
export const TaskChanged = Contract.of('TaskChanged', { en: 'Task changed', zh: '任务已变更' }).v1(
  z.object({ ...about, before: change, after: change }),
);

export const TaskCompleted = Contract.of('TaskCompleted', { en: 'Task completed', zh: '任务已完成' }).v1(
  z.object({ ...about, result: result.optional() }),
);

export const TaskCancelled = Contract.of('TaskCancelled', { en: 'Task cancelled', zh: '任务已取消' }).v1(
  z.object({ ...about, reason }),
);

export const TaskReopened = Contract.of('TaskReopened', { en: 'Task reopened', zh: '任务已重新打开' }).v1(
  z.object({ ...about, reason }),
);

export const taskContracts = [
  TaskPlanned,
  TaskAssigned,
  TaskChanged,
  TaskCompleted,
  TaskCancelled,
  TaskReopened,
] as const;
export type TaskEvent = EventOf<(typeof taskContracts)[number]>;
