import { TaskChanged, TaskCompleted } from '@annals/contracts-tasks';
import { scenarios } from '@annals/testing';
import {
  taskId,
  about,
  plan,
  anna,
  max,
  planned,
  plannedFor,
  assigned,
  completed,
  cancelled,
  reopened,
  assign,
  pass,
  change,
  complete,
  cancel,
  reopen,
} from '../test/story.js';
import { task } from './task.decider.js';

const given = scenarios(task);

describe('assigning a task', () => {
  it('records who had it before', () => {
    given(planned).when(assign(anna)).then(assigned(anna));
    given(planned, assigned(anna)).when(assign(max)).then(assigned(max, anna));
    given(plannedFor({ assignee: anna }))
      .when(assign(max))
      .then(assigned(max, anna));
  });
  it('is silent for who has it', () => given(planned, assigned(anna)).when(assign(anna)).thenNothing());
  it('is refused before it is planned, and once it has ended', () => {
    given().when(assign(anna)).thenRejected('TaskUnknown', { taskId });
    given(planned, completed).when(assign(anna)).thenRejected('TaskNotOpen', { status: 'done' });
    given(planned, cancelled).when(assign(anna)).thenRejected('TaskNotOpen', { status: 'cancelled' });
  });
});

describe('passing a task on', () => {
  it('assigns it to who takes over', () => given(planned, assigned(anna)).when(pass('anna')).then(assigned(max, anna)));
  it('is refused if another user has it, or nobody', () => {
    given(planned, assigned(anna)).when(pass('bo')).thenRejected('NotResponsible', { userId: 'bo' });
    given(planned).when(pass('anna')).thenRejected('NotResponsible');
  });
  it('is silent when repeated, and leaves what has ended with who ended it', () => {
    given(planned, assigned(max)).when(pass('anna')).thenNothing();
    given(planned, assigned(anna), completed).when(pass('anna')).thenNothing();
  });

  it('leaves what was assigned later with whom it was assigned to', () =>
    given(planned, { ...assigned(anna), occurredAt: '2026-01-06T09:00:00.000Z' })
      .when(pass('anna'), new Date('2026-01-05T09:00:00Z'))
      .thenNothing());
});

describe('changing a task', () => {
  const later = { dueAt: '2026-01-09T09:00:00.000Z' };
  const changed = (before: object, after: object) => TaskChanged.event({ ...about, before, after });

  it('records what was said before', () =>
    given(planned)
      .when(change({ ...later, subject: plan.subject }))
      .then(changed({ dueAt: plan.dueAt }, later)));

  it('sets a reminder and removes it', () => {
    const remindAt = '2026-01-08T08:00:00.000Z';
    const set = changed({ remindAt: null }, { remindAt });
    given(planned).when(change({ remindAt })).then(set);
    given(planned, set)
      .when(change({ remindAt: null }))
      .then(changed({ remindAt }, { remindAt: null }));
  });

  it('is silent when nothing changes', () => given(planned, changed({}, later)).when(change(later)).thenNothing());

  it('never leaves a reminder after the due time', () =>
    given(plannedFor({ remindAt: '2026-01-08T08:00:00.000Z' }))
      .when(change({ dueAt: '2026-01-08T07:00:00.000Z' }))
      .thenRejected('ReminderAfterDue'));

  it('is refused once it has ended', () =>
    given(planned, cancelled).when(change(later)).thenRejected('TaskNotOpen', { status: 'cancelled' }));
});

describe('ending a task', () => {
  it('records its result, or why it is cancelled', () => {
    given(planned).when(complete).then(completed);
    given(planned).when({ type: 'CompleteTask', taskId }).then(TaskCompleted.event(about));
    given(planned).when(cancel).then(cancelled);
  });
  it('is silent when repeated', () => {
    given(planned, completed).when(complete).thenNothing();
    given(planned, TaskCompleted.event(about)).when({ type: 'CompleteTask', taskId }).thenNothing();
    given(planned, cancelled).when(cancel).thenNothing();
  });
  it('is refused with another result or reason, and in another way', () => {
    given(planned, completed)
      .when({ ...complete, result: 'no' })
      .thenRejected('TaskAlreadyEnded', { taskId, status: 'done' });
    given(planned, cancelled)
      .when({ ...cancel, reason: 'no' })
      .thenRejected('TaskAlreadyEnded', { taskId, status: 'cancelled' });
    given(planned, completed).when(cancel).thenRejected('TaskNotOpen', { status: 'done' });
    given(planned, cancelled).when(complete).thenRejected('TaskNotOpen', { status: 'cancelled' });
  });
  it('is refused before it is planned', () => given().when(complete).thenRejected('TaskUnknown', { taskId }));
});

describe('reopening a task', () => {
  it('makes it open again', () => {
    given(planned, completed).when(reopen).then(reopened);
    given(planned, completed, reopened).when(complete).then(completed);
  });
  it('is silent when repeated', () => given(planned, completed, reopened).when(reopen).thenNothing());
  it('is refused for an open one', () => {
    given(planned).when(reopen).thenRejected('TaskIsOpen', { taskId });
    given(planned, completed, reopened)
      .when({ ...reopen, reason: 'again' })
      .thenRejected('TaskIsOpen');
  });
});
