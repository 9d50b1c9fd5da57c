import { heirOf, type HandOverEvent } from '@annals/contracts-organisation';
import { fanOut } from '@annals/event-sourcing';
import { taskList } from '@annals/projections-tasks';
import type { Responsibility } from '@annals/slice';
import { PassTask } from './task.commands.js';

/** The open tasks of a user. */
export const assigned: Responsibility = {
  name: 'tasks',
  title: { en: 'Open tasks', zh: '未完成的任务' },
  view: taskList,
  of: (userId) => [
    { field: 'assignee', is: userId },
    { field: 'status', is: 'open' },
  ],
  list: (userId) => `tasks?assignee=${encodeURIComponent(userId)}&status=open`,
};

export const handOverTasks = fanOut<HandOverEvent>()({
  name: 'hand-over-tasks',
  summary: { en: 'Hand over the open tasks of a user', zh: '交接用户未完成的任务' },
  view: taskList,
  on: { WorkHandedOver: ({ data: { userId } }) => assigned.of(userId) },
  send: ({ taskId, customerId }, { data: { userId, to } }) => [
    PassTask.of({ taskId, userId, to: heirOf(customerId, to) }),
  ],
});
