import { ComplaintChanged } from '@annals/contracts-complaints';
import { scenarios } from '@annals/testing';
import { policy } from '../test/policy.js';
import {
  at,
  complaintId,
  dealOf,
  filed,
  ids,
  overdue,
  paused,
  resolve,
  resolved,
  resumed,
  withdrawn,
} from '../test/story.js';
import { complaint } from './complaint.decider.js';

const given = scenarios(complaint(policy));
const unknown = scenarios(complaint(policy))();

describe('a correction', () => {
  const change = { type: 'ChangeComplaint', complaintId, severity: 'critical', reason: 'a meter' } as const;
  const changed = (before: object, after: object, dueAt: string = filed.data.dueAt) =>
    ComplaintChanged.event({ ...ids, before, after, reason: 'a meter', dueAt });
  const filedAt = { ...filed, occurredAt: at('09:00:00').toISOString() };
  const toCritical = changed({ severity: 'high' }, { severity: 'critical' }, '2026-01-05T11:00:00.000Z');

  it('of the severity moves the due time', () => given(filedAt).when(change).then(toCritical));
  it('keeps the time of pauses', () => {
    const pausedAt = { ...paused, occurredAt: at('09:00:00').toISOString() };
    given(filedAt, pausedAt, { ...resumed, occurredAt: at('11:00:00').toISOString() })
      .when(change, at('11:00:00'))
      .then(changed({ severity: 'high' }, { severity: 'critical' }, '2026-01-05T13:00:00.000Z'));
  });
  it('of something else leaves it', () =>
    given(filedAt)
      .when({ type: 'ChangeComplaint', complaintId, category: 'metering', product: 'Meter', reason: 'a meter' })
      .then(changed({ category: 'billing', product: null }, { category: 'metering', product: 'Meter' })));
  it('cannot undo a breach', () => {
    const low = { ...change, severity: 'low' } as const;
    const toLow = changed({ severity: 'high' }, { severity: 'low' }, '2026-01-07T01:00:00.000Z');
    given(filedAt).when(low, at('18:00:00')).then(overdue, toLow);
    given(filedAt, overdue, toLow).when(resolve, at('19:00:00')).then(resolved(false));
  });
  it('can name a deal of the customer', () =>
    given(filedAt)
      .inContext(dealOf('u-1'))
      .when({ type: 'ChangeComplaint', complaintId, dealId: 'd-1', reason: 'a meter' })
      .then(changed({ dealId: null }, { dealId: 'd-1' })));
  it('is silent when repeated', () => given(filedAt, toCritical).when(change).thenNothing());
  it('is silent if it says what was filed', () =>
    given(filedAt)
      .when({ ...change, severity: 'high' })
      .thenNothing());
  it('is refused for another reason', () =>
    given(filedAt, toCritical)
      .when({ ...change, reason: 'other' })
      .thenRejected('ComplaintAlreadyChanged'));
  it('is refused once resolved', () => given(filedAt, resolved(true)).when(change).thenRejected('ComplaintNotOpen'));
});

describe('the clock', () => {
  const note = { type: 'NoteOverdue', complaintId } as const;

  it('notes that the due time passed', () => given(filed).when(note, at('17:00:00')).then(overdue));
  it('notes it once', () => given(filed, overdue).when(note, at('17:00:00')).thenNothing());
  it.each([
    ['that has time left', [filed], '16:59:59'],
    ['that is paused', [filed, paused], '17:00:00'],
    ['that is resolved', [filed, resolved(true)], '17:00:00'],
    ['that is withdrawn', [filed, withdrawn], '17:00:00'],
  ] as const)('notes nothing of a complaint %s', (_, past, time) =>
    given(...past)
      .when(note, at(time))
      .thenNothing(),
  );
  it('is refused for a complaint that was never filed', () => unknown.when(note).thenRejected('ComplaintUnknown'));
  it('does not hold against a resolution in time that became known later', () =>
    given(filed, overdue).when(resolve, at('16:00:00')).then(resolved(true)));
});
