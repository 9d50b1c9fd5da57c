import { expectingAfter, type Staff } from '@annals/contracts-values';
import { taskProblems } from './task.problems.js';
import type { Planned, Task } from './task.state.js';

const { reject } = taskProblems;

type Sent = { readonly taskId: string; readonly occurredAt?: string | undefined };

export const aboutOf = ({ planned: { taskId, customerId } }: Planned) => ({ taskId, customerId });

/** Who has the task at a moment. */
export const assigneeAt = ({ history, planned }: Planned, moment?: string): Staff | null =>
  history.last('assignee', moment)?.said ?? planned.assignee ?? null;

/** Rejects with `TaskUnknown`. */
export const known = (task: Task, taskId: string): Planned => task ?? reject('TaskUnknown', { taskId });

/** Rejects a command that says that it happened before what it follows. */
export const expectAfter = expectingAfter((details) => reject('TaskOccurredTooEarly', details));

/** Rejects what did not happen while the task was open; what is only recorded late is not rejected. */
export const openThen = (task: Task, command: Sent, at: Date): Planned => {
  const found = known(task, command.taskId);
  expectAfter(command, at, { by: 'planning', at: found.plannedAt });
  const status = command.occurredAt === undefined ? found.status : endAt(found, at.toISOString());
  return status === 'open' ? found : reject('TaskNotOpen', { status });
};

const endAt = ({ history }: Planned, moment: string) => history.last('end', moment)?.said ?? 'open';

/** Rejects what ends a task that is not open, or before its last move. */
export const movable = (task: Task, command: Sent, at: Date): Planned => {
  const found = known(task, command.taskId);
  if (found.status !== 'open') reject('TaskNotOpen', { status: found.status });
  expectAfter(command, at, found.moved);
  return found;
};
