import { assignee, plan, remindAt, taskId } from '@annals/contracts-tasks';
import { firstOf, groupsOf, pagePart } from '@annals/event-sourcing';
import { z } from 'zod';
import { taskList } from './task-list.js';

const MOST = 20; // tasks

const { kind, subject, dueAt } = plan.shape;
const card = { taskId, kind, subject, dueAt, remindAt: remindAt.nullable(), assignee: assignee.nullable() };

/** What is to be done for the customer next, and how much that is. */
export const tasksPart = pagePart({
  reads: {
    groups: groupsOf(taskList, { where: () => [{ field: 'status', is: 'open' }], groupBy: ['status'], sum: [] }),
    next: firstOf(taskList, ['subject'], {
      where: () => [{ field: 'status', is: 'open' }],
      sort: { field: 'dueAt' },
      limit: MOST,
    }),
  },
  answer: {
    schema: z.strictObject({
      tasks: z.strictObject({
        open: z.int(),
        next: z.array(z.strictObject(card)).describe('The first 20 by due time; `open` counts all'),
      }),
    }),
    of: ({ groups, next }) => ({
      tasks: {
        open: groups[0]?.count ?? 0,
        next: next.map(({ taskId, kind, subject, dueAt, remindAt, assignee }) => ({
          ...{ taskId, kind, subject, dueAt, remindAt, assignee },
        })),
      },
    }),
  },
});
