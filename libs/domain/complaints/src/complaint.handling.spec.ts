import { ComplaintCommented, ComplaintResumed, FirstResponseGiven } from '@annals/contracts-complaints';
import { scenarios } from '@annals/testing';
import { policy } from '../test/policy.js';
import { at, complaintId, filed, ids, overdue, paused, resolve, resolved, resumed, withdrawn } from '../test/story.js';
import { complaint } from './complaint.decider.js';

const given = scenarios(complaint(policy));

describe('the first response', () => {
  const respond = { type: 'RespondToComplaint', complaintId, channel: 'phone', note: 'We check it.' } as const;
  const response = (onTime: boolean | null) =>
    FirstResponseGiven.event({ ...ids, channel: 'phone', note: 'We check it.', onTime });

  it('is on time at its due time', () => given(filed).when(respond, at('13:00:00')).then(response(true)));
  it('is late after it', () => given(filed).when(respond, at('13:00:00.001')).then(response(false)));
  it('has no due time for a complaint of the first version', () => {
    const { responseDueAt: _, ...data } = filed.data;
    given({ ...filed, data })
      .when(respond)
      .then(response(null));
  });
  it('is silent when repeated', () => given(filed, response(true)).when(respond).thenNothing());
  it('is only one', () =>
    given(filed, response(true))
      .when({ ...respond, note: 'Again' })
      .thenRejected('ComplaintAlreadyAnswered'));
  it('can be recorded late, but not given after the end', () => {
    const past = [filed, { ...resolved(true), occurredAt: at('12:00:00').toISOString() }];
    given(...past)
      .when({ ...respond, occurredAt: '2026-01-05T11:00:00Z' }, at('11:00:00'))
      .then(response(true));
    given(...past)
      .when(respond, at('12:30:00'))
      .thenRejected('ComplaintNotOpen', { status: 'resolved' });
  });
});

describe('a pause', () => {
  const pause = { type: 'PauseComplaint', complaintId, reason: 'waiting for a photo' } as const;
  const resume = { type: 'ResumeComplaint', complaintId } as const;
  const pausedAt = { ...paused, occurredAt: at('10:00:00').toISOString() };

  it('is recorded with its reason', () => given(filed).when(pause).then(paused));
  it('is silent when repeated', () => given(filed, paused).when(pause).thenNothing());
  it('is refused for another reason', () =>
    given(filed, paused)
      .when({ ...pause, reason: 'other' })
      .thenRejected('ComplaintAlreadyPaused'));
  it('moves the due time by its business minutes', () =>
    given(filed, pausedAt).when(resume, at('12:00:00')).then(resumed));
  it('does not count while it lasts', () => given(filed, pausedAt).when(resolve, at('23:00:00')).then(resolved(true)));
  it('is over when it is resumed', () => {
    given(filed, pausedAt, resumed).when(resolve, at('19:00:00')).then(resolved(true));
    given(filed, pausedAt, resumed).when(resolve, at('19:00:00.001')).then(resolved(false));
  });
  it('of an overdue complaint moves nothing, and leaves the breach', () => {
    given(filed).when(pause, at('18:00:00')).then(overdue, paused);
    const late = { ...paused, occurredAt: at('18:00:00').toISOString() };
    given(filed, overdue, late)
      .when(resume, at('20:00:00'))
      .then(ComplaintResumed.event({ ...resumed.data, dueAt: filed.data.dueAt }));
  });
  it('that was before the due time, but became known later, undoes the breach', () =>
    given(filed, overdue, pausedAt).when(resume, at('12:00:00')).then(resumed));
  it('is resumed once', () => {
    given(filed, paused, resumed).when(resume).thenNothing();
    given(filed).when(resume).thenRejected('ComplaintNotPaused');
  });
});

describe('a comment', () => {
  const comment = { type: 'CommentOnComplaint', complaintId, commentId: 'cm-1', text: 'Monday' } as const;
  const commented = ComplaintCommented.event({ ...ids, commentId: 'cm-1', text: 'Monday' });

  it('is added in every status', () => {
    given(filed).when(comment).then(commented);
    given(filed, resolved(true)).when(comment).then(commented);
  });
  it('is silent when repeated', () => given(filed, commented).when(comment).thenNothing());
  it('keeps its text', () =>
    given(filed, commented)
      .when({ ...comment, text: 'Tuesday' })
      .thenRejected('CommentAlreadyAdded'));
});

describe('a withdrawal', () => {
  const withdraw = { type: 'WithdrawComplaint', complaintId, reason: 'found the cause' } as const;

  it('ends the complaint', () => given(filed).when(withdraw).then(withdrawn));
  it('keeps a breach', () => given(filed).when(withdraw, at('18:00:00')).then(overdue, withdrawn));
  it('is silent when repeated', () => given(filed, withdrawn).when(withdraw).thenNothing());
  it('is refused for another reason', () =>
    given(filed, withdrawn)
      .when({ ...withdraw, reason: 'other' })
      .thenRejected('ComplaintAlreadyWithdrawn'));
  it('leaves nothing to resolve or reopen', () => {
    given(filed, withdrawn).when(resolve).thenRejected('ComplaintNotOpen', { status: 'withdrawn' });
    given(filed, withdrawn)
      .when({ type: 'ReopenComplaint', complaintId, reason: 'again' })
      .thenRejected('ComplaintNotResolved', { status: 'withdrawn' });
  });
});
