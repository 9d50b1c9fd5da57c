import { CustomersMerged, MergeBegun } from '@annals/contracts-customers';
import { DealWithdrawn } from '@annals/contracts-deals';
import { scenarios } from '@annals/testing';
import {
  taskId,
  customerId,
  plan,
  anna,
  registered,
  dealOf,
  complaintOf,
  planned,
  plannedFor,
  completed,
  planTask,
} from '../test/story.js';
import { task } from './task.decider.js';

const given = scenarios(task);

describe('planning a task', () => {
  it('records what is to be done, by when, and who does it', () => {
    const more = { assignee: anna, remindAt: '2026-01-08T08:00:00.000Z' };
    given()
      .inContext(registered())
      .when({ ...planTask, ...more })
      .then(plannedFor(more));
  });

  it('is silent when repeated, even after its end', () => given(planned, completed).when(planTask).thenNothing());

  it('is refused when another task has the id', () =>
    given(planned)
      .when({ ...planTask, kind: 'visit' })
      .thenRejected('TaskAlreadyPlanned', { taskId }));

  it('is refused for a customer who is not registered', () =>
    given().when(planTask).thenRejected('CustomerNotRegistered', { customerId }));

  it('is for the survivor of a merged customer, once', () => {
    const begun = MergeBegun.event({ customerId: 'u-2', survivorId: 'u-1', reason: 'Twice.', choices: {} });
    const sent = { ...planTask, customerId: 'u-2' };
    given().inContext(registered('u-2'), begun).when(sent).then(planned);
    given(planned).inContext(registered('u-2'), begun).when(sent).thenNothing();
  });

  it('never reminds after the due time', () =>
    given()
      .inContext(registered())
      .when({ ...planTask, remindAt: '2026-01-08T09:00:00.001Z' })
      .thenRejected('ReminderAfterDue', { dueAt: plan.dueAt, remindAt: '2026-01-08T09:00:00.001Z' }));
});

describe('a task for a deal or a complaint', () => {
  const forBoth = { ...planTask, dealId: 'd-1', complaintId: 'c-1' } as const;
  const merged = CustomersMerged.event({
    ...{ customerId, mergedId: 'u-2', reason: 'Twice.', choices: {}, files: [], taken: [], identifiers: [], needs: [] },
  });

  it('is one of their customer', () =>
    given()
      .inContext(registered(), dealOf('u-1'), complaintOf('u-1'))
      .when(forBoth)
      .then(plannedFor({ dealId: 'd-1', complaintId: 'c-1' })));

  it('may be one of a customer who is merged into theirs', () =>
    given()
      .inContext(registered(), merged, dealOf('u-2'), complaintOf('u-2'))
      .when(forBoth)
      .then(plannedFor({ dealId: 'd-1', complaintId: 'c-1' })));

  it('is refused for a record of another customer, or of nobody', () => {
    const refused = (recordId: string) => ['RecordOfAnotherCustomer', { customerId, recordId }] as const;
    given()
      .inContext(registered(), dealOf('u-9'), complaintOf('u-1'))
      .when(forBoth)
      .thenRejected(...refused('d-1'));
    given()
      .inContext(registered(), dealOf('u-1'), complaintOf('u-9'))
      .when(forBoth)
      .thenRejected(...refused('c-1'));
    given()
      .inContext(registered(), dealOf('u-1'), DealWithdrawn.event({ dealId: 'd-1', customerId, lines: 0 }))
      .when({ ...planTask, dealId: 'd-1' })
      .thenRejected(...refused('d-1'));
    given()
      .inContext(registered())
      .when({ ...planTask, complaintId: 'c-1' })
      .thenRejected(...refused('c-1'));
  });
});
