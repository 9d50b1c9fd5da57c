import {
  ComplaintAssigned,
  ComplaintEscalated,
  ComplaintFiled,
  ComplaintReopened,
  ComplaintResolved,
  SatisfactionRated,
} from '@annals/contracts-complaints';
import type { Tier } from '@annals/contracts-complaints';
import { scenarios } from '@annals/testing';
import { policy } from '../test/policy.js';
import { complaintId, dealOf, filed, grievance, ids, registered } from '../test/story.js';
import { complaint } from './complaint.decider.js';

const given = scenarios(complaint(policy));

const assigned = ComplaintAssigned.event({ ...ids, assignee: { id: 'u-23' }, previous: null });
const escalated = (from: Tier, to: Tier) => ComplaintEscalated.event({ ...ids, from, to, reason: 'unanswered' });
const resolution = { rootCause: 'meters swapped', remedy: 'refund' };
const resolved = ComplaintResolved.event({ ...ids, ...resolution, onTime: true });
const reopened = (more: object = {}) => {
  const { category, severity, subject } = grievance;
  const again = { category, severity, subject, tier: 1, assignee: null } as const;
  const dueAt = '2026-01-05T17:00:00.000Z';
  return ComplaintReopened.event({ ...ids, reason: 'no refund yet', dueAt, ...again, ...more });
};
const rated = (score: number, comment?: string) => SatisfactionRated.event({ ...ids, score, comment });

const file = { type: 'FileComplaint', ...ids, ...grievance } as const;
const assign = (id: string) => ({ type: 'AssignComplaint', complaintId, assignee: { id } }) as const;
const escalate = (to: Tier) => ({ type: 'EscalateComplaint', complaintId, to, reason: 'unanswered' }) as const;
const resolve = { type: 'ResolveComplaint', complaintId, ...resolution } as const;
const reopen = { type: 'ReopenComplaint', complaintId, reason: 'no refund yet' } as const;
const rate = (score: number) => ({ type: 'RateSatisfaction', complaintId, score }) as const;

describe('filing a complaint', () => {
  it('sets the due time', () => given().inContext(registered).when(file).then(filed));
  it('counts from when it happened, also for the past', () =>
    given()
      .inContext(registered, dealOf('u-1'))
      .when({ ...file, severity: 'critical', product: '电', dealId: 'd-1' }, new Date('1998-03-02T08:00Z'))
      .then(
        ComplaintFiled.event({
          ...filed.data,
          severity: 'critical',
          product: '电',
          dealId: 'd-1',
          dueAt: '1998-03-02T10:00:00.000Z',
          responseDueAt: '1998-03-02T09:00:00.000Z',
        }),
      ));
  it('is refused for a customer who is not registered', () =>
    given().when(file).thenRejected('CustomerNotRegistered', { customerId: 'u-1' }));
  it('is silent when repeated, even a day later', () =>
    given(filed).when(file, new Date('2026-01-06T09:00:00Z')).thenNothing());
  it('is silent when repeated after it was resolved', () => given(filed, resolved).when(file).thenNothing());
  it('is refused when another complaint has the id', () =>
    given(filed)
      .when({ ...file, subject: 'Other' })
      .thenRejected('ComplaintAlreadyFiled'));
});

describe('assigning a complaint', () => {
  it('records the assignee', () => given(filed).when(assign('u-23')).then(assigned));
  it('records the previous assignee', () =>
    given(filed, assigned)
      .when(assign('u-24'))
      .then(ComplaintAssigned.event({ ...ids, assignee: { id: 'u-24' }, previous: { id: 'u-23' } })));
  it('is silent when repeated', () => given(filed, assigned).when(assign('u-23')).thenNothing());
  it('is refused before it is filed', () =>
    given().when(assign('u-23')).thenRejected('ComplaintUnknown', { complaintId: ids.complaintId }));
  it('is refused once resolved', () => given(filed, resolved).when(assign('u-23')).thenRejected('ComplaintNotOpen'));
});

describe('escalating a complaint', () => {
  it('moves it to a higher tier', () => given(filed).when(escalate(2)).then(escalated(1, 2)));
  it('may skip a tier', () => given(filed).when(escalate(3)).then(escalated(1, 3)));
  it('is silent at the same tier', () => given(filed, escalated(1, 2)).when(escalate(2)).thenNothing());
  it('never steps down', () =>
    given(filed, escalated(1, 3)).when(escalate(2)).thenRejected('ComplaintCannotStepDown', { from: 3, to: 2 }));
  it('is refused before it is filed', () => given().when(escalate(2)).thenRejected('ComplaintUnknown'));
  it('is refused once resolved', () =>
    given(filed, resolved).when(escalate(2)).thenRejected('ComplaintNotOpen', { status: 'resolved' }));
});

describe('resolving a complaint', () => {
  const at = (time: string) => new Date(`2026-01-05T${time}Z`);

  it('records the root cause and the remedy', () => given(filed).when(resolve).then(resolved));
  it('is on time at the due time', () => given(filed).when(resolve, at('17:00:00.000')).then(resolved));
  it('is late after the due time', () =>
    given(filed)
      .when(resolve, at('17:00:00.001'))
      .then(ComplaintResolved.event({ ...ids, ...resolution, onTime: false })));
  it('is silent when repeated', () => given(filed, resolved).when(resolve).thenNothing());
  it('is refused with other content', () =>
    given(filed, resolved)
      .when({ ...resolve, remedy: 'apology' })
      .thenRejected('ComplaintAlreadyResolved'));
  it('is refused before it is filed', () => given().when(resolve).thenRejected('ComplaintUnknown'));
  it('is possible again once reopened', () => given(filed, resolved, reopened()).when(resolve).then(resolved));
});

describe('reopening a complaint', () => {
  it('sets a new due time', () => given(filed, resolved).when(reopen).then(reopened()));
  it('keeps the tier and the assignee', () =>
    given(filed, assigned, escalated(1, 2), resolved)
      .when(reopen)
      .then(reopened({ tier: 2, assignee: { id: 'u-23' } })));
  it('continues at the tier that it had', () =>
    given(filed, escalated(1, 2), resolved, reopened({ tier: 2 }))
      .when(escalate(3))
      .then(escalated(2, 3)));
  it('is silent when repeated', () => given(filed, resolved, reopened()).when(reopen).thenNothing());
  it('is refused for a complaint that was never resolved', () =>
    given(filed).when(reopen).thenRejected('ComplaintNotResolved', { status: 'open' }));
});

describe('rating how a complaint was resolved', () => {
  it('records the score', () => given(filed, resolved).when(rate(4)).then(rated(4)));
  it('records a comment', () =>
    given(filed, resolved)
      .when({ ...rate(4), comment: '很快' })
      .then(rated(4, '很快')));
  it('is silent when repeated', () => given(filed, resolved, rated(4)).when(rate(4)).thenNothing());
  it('counts the last one', () => given(filed, resolved, rated(4)).when(rate(2)).then(rated(2)));
  it('starts again after another resolution', () =>
    given(filed, resolved, rated(4), reopened(), resolved).when(rate(4)).then(rated(4)));
  it('is refused before the resolution', () => given(filed).when(rate(4)).thenRejected('ComplaintNotResolved'));
  it('is refused once reopened, until the next resolution', () =>
    given(filed, resolved, reopened()).when(rate(4)).thenRejected('ComplaintNotResolved', { status: 'reopened' }));
});
