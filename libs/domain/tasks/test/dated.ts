import { NOT_KNOWN } from '@annals/contracts-customers';
import { fieldsOf, project, type RecordedEvent } from '@annals/event-sourcing';
import { taskList, tasksPart } from '@annals/projections-tasks';
import { datedLog, partAfter, type Dated as DatedOf } from '@annals/testing';
import { task } from '../src/task.decider.js';
import type { TaskCommand } from '../src/task.types.js';

const taskId = 't-1';

export type Dated = DatedOf<TaskCommand>;
type Sent<C> = C extends { readonly taskId: string } ? Omit<C, 'taskId'> : never;

export const said = (occurredAt: string, command: Sent<TaskCommand>): Dated => ({
  occurredAt,
  command: { ...command, taskId, occurredAt },
});

export const logAfter = (...commands: readonly Dated[]) =>
  datedLog(task, commands, { customer: { ...NOT_KNOWN, isRegistered: true }, dealOf: null, complaintOf: null });

/** What is shown and found, apart from the place in the log. */
export const truthOf = (log: readonly RecordedEvent[]) => {
  const document = project(taskList, log).get(taskId)!;
  return { page: partAfter(tasksPart, log), shown: taskList.answer.of(document), found: fieldsOf(taskList, document) };
};
