import { customerProblems, forSurvivor } from '@annals/contracts-customers';
import {
  change,
  TaskAssigned,
  TaskCancelled,
  TaskChanged,
  TaskCompleted,
  TaskPlanned,
  TaskReopened,
  type Change,
  type TaskEvent,
} from '@annals/contracts-tasks';
import { addsNothing, isKnown, membersOf, pick, sameContent, userProblems } from '@annals/contracts-values';
import type { Decider } from '@annals/event-sourcing';
import { around, expectTheirs, type Around } from './task.around.js';
import { taskProblems } from './task.problems.js';
import { aboutOf, assigneeAt, expectAfter, known, movable, openThen } from './task.guards.js';
import { evolve, type Planned, type Task } from './task.state.js';
import type { TaskCommand } from './task.types.js';

const { reject } = taskProblems;

type Times = { readonly dueAt?: string | undefined; readonly remindAt?: string | null | undefined };

export const task: Decider<TaskCommand, Task, TaskEvent, Around> = {
  stream: ({ taskId }) => `task-${taskId}`,
  subject: ({ customerId }) => customerId,
  initial: null,
  evolve,
  parties: (found) => (found ? [assigneeAt(found)].flatMap((assignee) => assignee?.id ?? []) : []),
  context: around,

  decide: {
    PlanTask: (sent, found, _, around) => {
      const command = forSurvivor(sent, around.customer);
      const { taskId, customerId } = command;
      const planned = TaskPlanned.event(command);
      if (found) return sameContent(found.planned, planned.data) ? [] : reject('TaskAlreadyPlanned', { taskId });
      if (!around.customer.isRegistered) customerProblems.rejectReference('CustomerNotRegistered', { customerId });
      expectTheirs(command, around);
      expectInTime(command);
      return [planned];
    },

    AssignTask: (command, task, at) => {
      const { assignee } = command;
      const found = openThen(task, command, at);
      const moment = at.toISOString();
      const previous = assigneeAt(found, moment);
      const isSaid = isKnown(command, at, found.history.last('assignee', moment)?.at);
      if (isSaid && previous && addsNothing(assignee, previous)) return [];
      return [TaskAssigned.event({ ...aboutOf(found), assignee, previous })];
    },

    PassTask: ({ taskId, userId, to: assignee }, task, at) => {
      const found = known(task, taskId);
      const previous = assigneeAt(found);
      if (found.status !== 'open' || (previous && addsNothing(assignee, previous))) return [];
      if (previous?.id !== userId) userProblems.reject('NotResponsible', { userId });
      if (found.history.next('assignee', at.toISOString())) return [];
      return [TaskAssigned.event({ ...aboutOf(found), assignee, previous })];
    },

    ChangeTask: (command, task, at) => {
      const found = openThen(task, command, at);
      const moment = at.toISOString();
      const [given, then] = [membersOf(change.shape, command), planAt(found, moment)];
      const names = (Object.keys(given) as (keyof Change)[]).filter(
        (name) =>
          given[name] !== undefined &&
          !(isKnown(command, at, found.history.last(name, moment)?.at) && given[name] === then[name]),
      );
      if (names.length === 0) return [];
      expectInTime({ ...then, ...pick(given, names) });
      return [TaskChanged.event({ ...aboutOf(found), before: pick(then, names), after: pick(given, names) })];
    },

    CompleteTask: (command, task, at) => {
      const { result } = command;
      if (task?.status === 'done') return silentIf(task, task.moved.words === (result ?? null));
      return [TaskCompleted.event({ ...aboutOf(movable(task, command, at)), result })];
    },

    CancelTask: (command, task, at) => {
      const { reason } = command;
      if (task?.status === 'cancelled') return silentIf(task, task.moved.words === reason);
      return [TaskCancelled.event({ ...aboutOf(movable(task, command, at)), reason })];
    },

    ReopenTask: (command, task, at) => {
      const { taskId, reason } = command;
      const found = known(task, taskId);
      const { status, moved } = found;
      if (status === 'open')
        return moved.by === 'reopening' && moved.words === reason ? [] : reject('TaskIsOpen', { taskId });
      expectAfter(command, at, moved);
      return [TaskReopened.event({ ...aboutOf(found), reason })];
    },
  },
};

/** No event for what is repeated; otherwise a rejection. */
const silentIf = ({ planned: { taskId }, status }: Planned, isSame: boolean) =>
  isSame ? [] : reject('TaskAlreadyEnded', { taskId, status });

const expectInTime = ({ dueAt, remindAt }: Times) => {
  if (dueAt && remindAt && remindAt > dueAt) reject('ReminderAfterDue', { dueAt, remindAt });
};

/** What was to be done, as it was said by a moment. */
const planAt = ({ planned, history }: Planned, moment: string): Required<Change> => {
  const { kind, subject, dueAt, remindAt = null } = planned;
  const first = { kind, subject, dueAt, remindAt };
  const said = (Object.keys(first) as (keyof Change)[]).flatMap((name) => {
    const fact = history.last(name, moment);
    return fact ? [[name, fact.said] as const] : [];
  });
  return { ...first, ...Object.fromEntries(said) };
};
