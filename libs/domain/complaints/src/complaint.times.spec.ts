import {
  ComplaintPaused,
  ComplaintReopened,
  ComplaintResolved,
  ComplaintResumed,
  SatisfactionRated,
} from '@annals/contracts-complaints';
import { scenarios } from '@annals/testing';
import { policy } from '../test/policy.js';
import { complaintId, dealOf, filed, grievance, ids, registered } from '../test/story.js';
import { complaint } from './complaint.decider.js';

const given = scenarios(complaint(policy));
const on = <E extends object>(day: string, event: E) => ({ ...event, occurredAt: `2026-01-${day}T09:00:00.000Z` });
const said = (day: string) =>
  [{ occurredAt: `2026-01-${day}T09:00:00Z` }, new Date(`2026-01-${day}T09:00:00Z`)] as const;

const filedOn = on('05', filed);
const resolvedOn = (day: string) =>
  on(day, ComplaintResolved.event({ ...ids, rootCause: 'meters', remedy: 'refund', onTime: false }));
const reopenedOn = (day: string) =>
  on(
    day,
    ComplaintReopened.event({
      ...{ ...ids, reason: 'again', dueAt: '2026-02-01T09:00:00.000Z', category: 'billing', severity: 'high' },
      ...{ subject: 'Bill', tier: 1, assignee: null },
    }),
  );
const pausedOn = (day: string) => on(day, ComplaintPaused.event({ ...ids, reason: 'photo' }));
const resumedOn = (day: string) =>
  on(day, ComplaintResumed.event({ ...ids, reason: null, minutes: 0, dueAt: '2026-01-07T09:00:00.000Z' }));
const tooEarly = (follows: string) =>
  ['ComplaintOccurredTooEarly', expect.objectContaining({ follows }) as object] as const;

const resolve = { type: 'ResolveComplaint', complaintId, rootCause: 'staff', remedy: 'apology' } as const;
const every = [
  resolve,
  { type: 'AssignComplaint', complaintId, assignee: { id: 'e-2' } },
  { type: 'EscalateComplaint', complaintId, to: 2, reason: 'unanswered' },
  { type: 'RespondToComplaint', complaintId, channel: 'phone' },
  { type: 'PauseComplaint', complaintId, reason: 'photo' },
  { type: 'CommentOnComplaint', complaintId, commentId: 'cm-1', text: 'Hm' },
  { type: 'ChangeComplaint', complaintId, severity: 'low' },
  { type: 'WithdrawComplaint', complaintId, reason: 'solved' },
] as const;

describe('what is said to have occurred before what it follows', () => {
  it.each(every)('is refused before the filing: $type', (command) => {
    const [when, at] = said('04');
    given(filedOn)
      .when({ ...command, ...when }, at)
      .thenRejected(...tooEarly('filing'));
  });

  const also = (command: Parameters<ReturnType<typeof given>['when']>[0], day: string, after: string) =>
    ({ command, day, after }) as const;

  it.each([
    { past: [resolvedOn('10')], ...also({ type: 'ReopenComplaint', complaintId, reason: 'x' }, '09', 'resolution') },
    { past: [resolvedOn('10')], ...also({ type: 'RateSatisfaction', complaintId, score: 5 }, '09', 'resolution') },
    { past: [resolvedOn('10'), reopenedOn('12')], ...also(resolve, '11', 'reopening') },
    { past: [resolvedOn('10'), reopenedOn('12')], ...also({ ...every[1] }, '11', 'reopening') },
    { past: [pausedOn('06')], ...also(resolve, '05', 'pause') },
    { past: [pausedOn('06')], ...also({ type: 'ResumeComplaint', complaintId }, '05', 'pause') },
    { past: [pausedOn('06'), resumedOn('07')], ...also(every[4], '06', 'resumption') },
  ])('is refused before the $after: $command.type', ({ past, command, day, after }) => {
    const [when, at] = said(day);
    given(filedOn, ...past)
      .when({ ...command, ...when }, at)
      .thenRejected(...tooEarly(after));
  });

  it('is accepted on a day that is not over before it', () =>
    given(filedOn)
      .when({ ...resolve, occurredAt: '2026-01-05' }, new Date('2026-01-05'))
      .then(ComplaintResolved.event({ ...ids, rootCause: 'staff', remedy: 'apology', onTime: true })));

  it('is never refused for the clock of another process', () =>
    given(filedOn)
      .when(resolve, new Date('2026-01-05T08:59:59.990Z'))
      .then(ComplaintResolved.event({ ...ids, rootCause: 'staff', remedy: 'apology', onTime: true })));

  it('is accepted though it is recorded late', () => {
    const rated = (score: number) => SatisfactionRated.event({ ...ids, score });
    const [when, at] = said('11');
    given(filedOn, resolvedOn('10'), on('14', rated(1)))
      .when({ type: 'RateSatisfaction', complaintId, score: 5, ...when }, at)
      .then(rated(5));
  });
});

describe('the deal of a complaint', () => {
  const file = { type: 'FileComplaint', ...ids, ...grievance, dealId: 'd-1' } as const;

  it('must exist', () => given().inContext(registered).when(file).thenRejected('DealOfAnotherCustomer'));
  it('must belong to the customer', () =>
    given()
      .inContext(registered, dealOf('u-2'))
      .when(file)
      .thenRejected('DealOfAnotherCustomer', { customerId: 'u-1', dealId: 'd-1' }));
  it('must belong to the customer when it is corrected, too', () =>
    given(filed)
      .inContext(dealOf('u-2'))
      .when({ type: 'ChangeComplaint', complaintId, dealId: 'd-1' })
      .thenRejected('DealOfAnotherCustomer'));
});
