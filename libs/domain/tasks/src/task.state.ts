import type { Change, TaskEvent } from '@annals/contracts-tasks';
import { History, type Staff } from '@annals/contracts-values';
import type { Decider, Of } from '@annals/event-sourcing';

type DataOf<Type> = Of<TaskEvent, Type>['data'];

/** What moves a task on, in the order of its life. */
export type Move = 'planning' | 'completion' | 'cancellation' | 'reopening';

/** What is said of a task, each at its time; `end` is how it ended, and `null` where it was reopened. */
type TaskFacts = Readonly<Required<Change>> & { readonly assignee: Staff; readonly end: 'done' | 'cancelled' | null };

export type Planned = {
  readonly status: 'open' | 'done' | 'cancelled';
  readonly planned: DataOf<'TaskPlanned'>;
  readonly plannedAt: string;
  /** What was changed, assigned and ended, by when it occurred. */
  readonly history: History<TaskFacts>;
  /** The last fact that moved the task on, with what was said of it. */
  readonly moved: { readonly by: Move; readonly at: string; readonly words: string | null };
};

/** `null` until the task is planned. */
export type Task = Planned | null;

// What is said about a task that was never planned changes nothing.
const changed =
  <Data>(step: (task: Planned, data: Data, at: string) => Partial<Planned>) =>
  (task: Task, data: Data, { occurredAt }: { readonly occurredAt: string }): Task =>
    task && { ...task, ...step(task, data, occurredAt) };

const ended = (status: 'done' | 'cancelled', by: Move, words: string | null, at: string, { history }: Planned) => ({
  ...{ status, moved: { by, at, words }, history: history.with({ end: status }, at) },
});

export const evolve: Decider<never, Task, TaskEvent>['evolve'] = {
  TaskPlanned: (_, planned, { occurredAt: plannedAt }) => ({
    ...{ status: 'open', planned, plannedAt, history: History.none() },
    moved: { by: 'planning', at: plannedAt, words: null },
  }),
  TaskAssigned: changed(({ history }, { assignee }, at) => ({ history: history.with({ assignee }, at) })),
  TaskChanged: changed(({ history }, { after }, at) => ({ history: history.with(after, at) })),
  TaskCompleted: changed((task, { result }, at) => ended('done', 'completion', result ?? null, at, task)),
  TaskCancelled: changed((task, { reason }, at) => ended('cancelled', 'cancellation', reason, at, task)),
  TaskReopened: changed(({ history }, { reason }, at) => ({
    ...{ status: 'open', moved: { by: 'reopening', at, words: reason }, history: history.with({ end: null }, at) },
  })),
};
