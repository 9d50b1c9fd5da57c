import type { TaskEvent } from '@annals/contracts-tasks';
import { nameLine } from '@annals/contracts-values';
import type { EventLines } from '@annals/event-sourcing';

export const taskLines: EventLines<TaskEvent> = {
  TaskPlanned: ({ subject }) => subject,
  TaskAssigned: ({ assignee }) => nameLine(assignee),
  TaskChanged: ({ after }) => Object.keys(after).join(', '),
  TaskCompleted: ({ result }) => result ?? '',
  TaskCancelled: ({ reason }) => reason,
  TaskReopened: ({ reason }) => reason,
};
