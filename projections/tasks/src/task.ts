import { assignee, plan, reason, records, remindAt, result, taskId } from '@annals/contracts-tasks';
import { choice, customerId, field, instant, type Since } from '@annals/contracts-values';
import type { Immutable } from '@annals/event-sourcing';
import { z } from 'zod';

export const status = choice({
  open: { en: 'Open', zh: '未完成' },
  done: { en: 'Done', zh: '已完成' },
  cancelled: { en: 'Cancelled', zh: '已取消' },
});

const { kind, subject, dueAt } = plan.shape;
const { dealId, complaintId } = records.shape;

/** A task as the API answers it. */
export const task = z.strictObject({
  ...{ taskId, customerId, status, kind, subject, dueAt },
  remindAt: remindAt.nullable(),
  assignee: assignee.nullable(),
  dealId: dealId.unwrap().nullable(),
  complaintId: complaintId.unwrap().nullable(),
  plannedAt: field(instant, { en: 'Planned', zh: '计划时间' }),
  changedAt: field(
    instant,
    { en: 'Last changed', zh: '最近变更' },
    {
      description: {
        en: 'When it was planned, or last changed, assigned, ended or reopened.',
        zh: '计划时间，或最近一次变更、指派、结束或重新打开的时间。',
      },
    },
  ),
  endedAt: field(
    instant.nullable(),
    { en: 'Ended', zh: '结束时间' },
    { description: { en: 'When it was completed or cancelled.', zh: '完成或取消的时间。' } },
  ),
  onTime: field(
    z.boolean().nullable(),
    { en: 'On time', zh: '按时完成' },
    {
      description: {
        en: 'Whether it was completed by its due time; `null` for a task that is not completed.',
        zh: '是否在截止时间前完成；未完成的任务为 `null`。',
      },
    },
  ),
  result: result.nullable(),
  reason: field(
    reason.nullable(),
    { en: 'Reason', zh: '原因' },
    { description: { en: 'Why it was cancelled, or reopened last.', zh: '取消或最近一次重新打开的原因。' } },
  ),
});

/** The stored document. */
export type TaskDocument = Immutable<z.output<typeof task>> & {
  /** Since when the values hold that were changed or assigned. */
  readonly since: Since;
  readonly revision: number;
};
