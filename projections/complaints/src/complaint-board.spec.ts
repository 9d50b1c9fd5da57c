import {
  ComplaintAssigned,
  ComplaintEscalated,
  ComplaintFiled,
  ComplaintReopened,
  ComplaintResolved,
  SatisfactionRated,
  type ComplaintEvent,
} from '@annals/contracts-complaints';
import { fieldsOf, project } from '@annals/event-sourcing';
import { anyLogOf, projectionContract, recorded } from '@annals/testing';
import fc from 'fast-check';
import { complaintBoard } from './complaint-board.js';

const ids = { complaintId: 'c-1', customerId: 'u-1' };
const about = { channel: 'phone', category: 'delivery', severity: 'high' } as const;
const story = { subject: 'Late', text: 'Nobody came.', dueAt: '2026-01-07T09:00:00.000Z' };

const filed = ComplaintFiled.event({ ...ids, ...about, ...story });
const filedOnDeal = ComplaintFiled.event({ ...filed.data, product: 'Chai', dealId: 'd-1' });
const assigned = ComplaintAssigned.event({ ...ids, assignee: { id: 'nancy' }, previous: null });
const escalated = ComplaintEscalated.event({ ...ids, from: 1, to: 2, reason: 'unanswered' });
const resolved = ComplaintResolved.event({ ...ids, rootCause: 'staff', remedy: 'refund', onTime: true });
const reopened = ComplaintReopened.event({
  ...{ ...ids, reason: 'late again', dueAt: '2026-02-01T09:00:00.000Z' },
  ...{ category: 'delivery', severity: 'high', subject: 'Late', tier: 1, assignee: null },
});
const rated = SatisfactionRated.event({ ...ids, score: 2, comment: 'Slow.' });
const ratedMute = SatisfactionRated.event({ ...ids, score: 4 });

const after = (...events: ComplaintEvent[]) => project(complaintBoard, recorded(events)).get('c-1');

describe('complaint board', () => {
  it('shows an open complaint', () => {
    expect(after(filed)).toEqual({
      ...ids,
      ...about,
      ...story,
      status: 'open',
      tier: 1,
      assignee: null,
      product: null,
      dealId: null,
      filedAt: '2026-01-01T00:00:00.000Z',
      openSince: '2026-01-01T00:00:00.000Z',
      resolvedAt: null,
      onTime: null,
      rootCause: null,
      remedy: null,
      satisfaction: null,
      reopened: 0,
      ...{ withdrawnAt: null, overdueSince: null, pausedSince: null, breached: false, breachedBefore: false },
      ...{ responseDueAt: null, respondedAt: null, respondedOnTime: null, comments: [] },
      ...{ since: {}, dueBy: 1 },
      runsOutAt: '2026-01-07T09:00:00.000Z',
      lastChange: { type: 'ComplaintFiled', at: '2026-01-01T00:00:00.000Z', actor: 'test' },
      revision: 0,
    });
  });

  it('knows the product and the deal that it is about', () => {
    expect(after(filedOnDeal)).toMatchObject({ product: 'Chai', dealId: 'd-1' });
  });

  it('shows who has it, and on which tier', () => {
    expect(after(filed, assigned, escalated)).toMatchObject({ assignee: { id: 'nancy' }, tier: 2 });
  });

  it('keeps a resolved one with its root cause, remedy and rating', () => {
    expect(after(filed, resolved, rated)).toMatchObject({
      status: 'resolved',
      resolvedAt: '2026-01-02T00:00:00.000Z',
      onTime: true,
      rootCause: 'staff',
      remedy: 'refund',
      satisfaction: { score: 2, comment: 'Slow.', at: '2026-01-03T00:00:00.000Z' },
    });
  });

  it('takes the resolution back when it is reopened, but not what the customer said', () => {
    expect(after(filed, resolved, ratedMute, reopened)).toMatchObject({
      ...{ status: 'open', resolvedAt: null, onTime: null, rootCause: null, remedy: null },
      dueAt: '2026-02-01T09:00:00.000Z',
      reopened: 1,
      satisfaction: { score: 4, comment: null },
      lastChange: { type: 'ComplaintReopened', at: '2026-01-04T00:00:00.000Z' },
    });
  });

  it('passes over what belongs to no complaint that it knows', () => {
    expect(after(assigned, escalated, resolved, reopened, rated)).toBeUndefined();
  });

  it('is found by what a service desk asks for', () => {
    expect(fieldsOf(complaintBoard, after(filed, assigned)!)).toEqual({
      ...about,
      status: 'open',
      tier: 1,
      assignee: 'nancy',
      customer: 'u-1',
      dueAt: '2026-01-07T09:00:00.000Z',
      filedAt: '2026-01-01T00:00:00.000Z',
      openSince: '2026-01-01T00:00:00.000Z',
      resolvedAt: null,
      ...{ timeUpAt: '2026-01-07T09:00:00.000Z', runsOutAt: '2026-01-07T09:00:00.000Z' },
      ...{ paused: false, breached: false, rated: 0, score: 0 },
    });
    expect(fieldsOf(complaintBoard, after(filed)!)).toMatchObject({ assignee: null });
  });

  const all = [filed, filedOnDeal, assigned, escalated, resolved, reopened, rated, ratedMute];
  const anyEvent = fc
    .record({ event: fc.constantFrom<ComplaintEvent>(...all), complaintId: fc.constantFrom('c-1', 'c-2') })
    .map(({ event, complaintId }) => ({ ...event, data: { ...event.data, complaintId } }));
  projectionContract(complaintBoard, anyLogOf(anyEvent));
});
