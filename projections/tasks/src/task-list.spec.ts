import {
  TaskAssigned,
  TaskCancelled,
  TaskChanged,
  TaskCompleted,
  taskContracts,
  TaskPlanned,
  TaskReopened,
  type TaskEvent,
} from '@annals/contracts-tasks';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, pagePartContract, partAfter, recorded, viewContract } from '@annals/testing';
import fc from 'fast-check';
import { taskLines, taskList, tasksPart } from './index.js';

const about = { taskId: 't-1', customerId: 'u-1' };
const plan = { kind: 'call', subject: '回电', dueAt: '2026-01-03T12:00:00.000Z' } as const;
const planned = TaskPlanned.event({ ...about, ...plan });
const plannedInFull = TaskPlanned.event({
  ...planned.data,
  ...{ remindAt: '2026-01-03T11:00:00.000Z', assignee: { id: 'anna' }, dealId: 'd-1', complaintId: 'c-1' },
});
const assigned = TaskAssigned.event({ ...about, assignee: { id: 'max' }, previous: null });
const changed = TaskChanged.event({
  ...about,
  before: { dueAt: plan.dueAt },
  after: { dueAt: '2026-01-02T12:00:00.000Z' },
});
const completed = TaskCompleted.event({ ...about, result: 'ordered' });
const completedMute = TaskCompleted.event(about);
const cancelled = TaskCancelled.event({ ...about, reason: 'called first' });
const reopened = TaskReopened.event({ ...about, reason: 'again' });

const after = (...events: TaskEvent[]) => project(taskList, recorded(events)).get('t-1');

it('shows an open task', () =>
  expect(after(planned)).toEqual({
    ...{ ...about, ...plan, status: 'open', remindAt: null, assignee: null, dealId: null, complaintId: null },
    ...{ plannedAt: '2026-01-01T00:00:00.000Z', changedAt: '2026-01-01T00:00:00.000Z', endedAt: null, onTime: null },
    ...{ result: null, reason: null, since: {}, revision: 0 },
  }));

it('shows for what it is, and who has it', () => {
  expect(after(plannedInFull)).toMatchObject({ assignee: { id: 'anna' }, dealId: 'd-1', complaintId: 'c-1' });
  expect(after(plannedInFull, assigned)).toMatchObject({ assignee: { id: 'max' } });
});

it('was completed in time or late, by the due time that holds', () => {
  expect(after(planned, completed)).toMatchObject({
    ...{ status: 'done', onTime: true, result: 'ordered', endedAt: '2026-01-02T00:00:00.000Z' },
  });
  expect(after(planned, changed, completedMute)).toMatchObject({ onTime: false, result: null });
});

it('keeps why it was cancelled or reopened', () => {
  expect(after(planned, cancelled)).toMatchObject({ status: 'cancelled', reason: 'called first', onTime: null });
  expect(after(planned, completed, reopened)).toMatchObject({
    ...{ status: 'open', reason: 'again', result: null, endedAt: null, onTime: null },
  });
});

it('was changed last when the latest of its facts occurred, in whatever order they are recorded', () => {
  const [first, second] = recorded([planned, changed] as TaskEvent[]);
  const late = { ...second!, occurredAt: '2025-12-31T00:00:00.000Z' };
  expect(project(taskList, [first!, second!]).get('t-1')).toMatchObject({ changedAt: second!.occurredAt });
  expect(project(taskList, [first!, late]).get('t-1')).toMatchObject({ changedAt: first!.occurredAt });
});

it('passes over what belongs to no task that it knows', () =>
  expect(after(assigned, changed, completed, cancelled, reopened)).toBeUndefined());

it('reminds while it is open', () => {
  expect(fieldsOf(taskList, after(plannedInFull)!)).toMatchObject({
    ...{ remindsAt: '2026-01-03T11:00:00.000Z', assignee: 'anna', done: 0, late: 0 },
  });
  expect(fieldsOf(taskList, after(planned)!)).toMatchObject({ assignee: null, deal: null, remindsAt: null });
  expect(fieldsOf(taskList, after(planned, changed, completed)!)).toMatchObject({
    ...{ remindsAt: null, done: 1, late: 1 },
  });
});

it('has a line for each event', () => {
  const lines = [plannedInFull, assigned, changed, completed, completedMute, cancelled, reopened].map(
    ({ type, data }) => (taskLines[type] as (data: unknown) => string)(data),
  );
  expect(lines).toEqual(['回电', 'max', 'dueAt', 'ordered', '', 'called first', 'again']);
});

const anyEvent = fc.constantFrom<TaskEvent>(
  ...[planned, plannedInFull, assigned, changed, completed, completedMute, cancelled, reopened],
);
viewContract(taskList, taskContracts, anyLogOf(anyEvent));

describe('the page of the customer', () => {
  it('has what is to be done next, and how much that is', () => {
    const [first, second] = [
      { ...about, ...plan, taskId: 't-2', dueAt: '2026-01-02T00:00:00.000Z' },
      { ...about, ...plan },
    ].map((task) => TaskPlanned.event(task));
    const { customerId: _, ...shown } = { ...about, ...plan, remindAt: null, assignee: null };
    expect(partAfter(tasksPart, recorded([second!, first!]))).toEqual({
      tasks: { open: 2, next: [{ ...shown, taskId: 't-2', dueAt: '2026-01-02T00:00:00.000Z' }, shown] },
    });
    expect(partAfter(tasksPart, recorded([planned, completed]))).toEqual({ tasks: { open: 0, next: [] } });
  });

  pagePartContract(tasksPart, taskContracts, anyLogOf(anyEvent));
});
