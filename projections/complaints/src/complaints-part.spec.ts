import {
  ComplaintAssigned,
  ComplaintEscalated,
  ComplaintFiled,
  ComplaintReopened,
  ComplaintResolved,
  SatisfactionRated,
} from '@annals/contracts-complaints';
import type { Event } from '@annals/event-sourcing';
import { partAfter, recorded } from '@annals/testing';
import { complaintsPart } from './complaints-part.js';

const customerId = 'u-1';
const after = (...events: Event[]) => partAfter(complaintsPart, recorded(events)).complaints;

const about = (complaintId: string) => ({ complaintId, customerId });
const dueAt = '2026-01-07T09:00:00Z';
const filed = (complaintId: string) =>
  ComplaintFiled.event({
    ...{ ...about(complaintId), channel: 'web', category: 'late', severity: 'high' },
    ...{ subject: 'Late', text: '', dueAt },
  });
const resolved = (complaintId: string) =>
  ComplaintResolved.event({ ...about(complaintId), rootCause: 'stock', remedy: 'refund', onTime: true });
const assigned = ComplaintAssigned.event({ ...about('a'), assignee: { id: 'e-5' }, previous: null });
const escalated = ComplaintEscalated.event({ ...about('a'), from: 1, to: 2, reason: 'unanswered' });
const reopened = (complaintId: string) =>
  ComplaintReopened.event({
    ...{ ...about(complaintId), reason: 'again', dueAt: '2026-02-01T09:00:00Z', category: 'late' },
    ...{ severity: 'high', subject: 'Late', tier: 2, assignee: { id: 'e-5' } },
  });
const rated = (complaintId: string, score: number) => SatisfactionRated.event({ ...about(complaintId), score });

it('lists the open ones with who looks after them', () => {
  const card = { subject: 'Late', category: 'late', severity: 'high', dueAt };
  expect(after(filed('a'), filed('b'), assigned, escalated)).toMatchObject({
    open: 2,
    openComplaints: [
      { complaintId: 'b', ...card, tier: 1, assignee: null, openSince: '2026-01-02T00:00:00.000Z' },
      { complaintId: 'a', ...card, tier: 2, assignee: { id: 'e-5' } },
    ],
  });
});

it('counts the resolved ones, and lists them with when that was', () => {
  expect(after(filed('a'), resolved('a'))).toMatchObject({
    ...{ open: 0, resolved: 1, openComplaints: [] },
    resolvedComplaints: [{ complaintId: 'a', subject: 'Late', resolvedAt: '2026-01-02T00:00:00.000Z' }],
  });
});

it('lists a reopened one again, with its new due time', () => {
  const { openComplaints, ...rest } = after(filed('a'), assigned, escalated, resolved('a'), reopened('a'));
  expect(rest).toMatchObject({ open: 1, resolved: 0, resolvedComplaints: [] });
  expect(openComplaints).toEqual([
    {
      ...{ complaintId: 'a', subject: 'Late', category: 'late', severity: 'high', dueAt: '2026-02-01T09:00:00Z' },
      ...{ tier: 2, assignee: { id: 'e-5' }, openSince: '2026-01-05T00:00:00.000Z' },
      ...{ overdueSince: null, pausedSince: null },
    },
  ]);
});

describe('of many resolved ones', () => {
  const many = Array.from({ length: 25 }, (_, index) => [filed(`${index}`), resolved(`${index}`)]).flat();

  it('lists the newest twenty, and counts all', () => {
    const { resolved: count, resolvedComplaints } = after(...many);
    expect([count, resolvedComplaints.length]).toEqual([25, 20]);
  });

  it('opens any again, however long ago it was resolved', () => {
    const complaints = after(...many, reopened('0'));
    expect(complaints).toMatchObject({ open: 1, resolved: 24, openComplaints: [{ complaintId: '0' }] });
    expect(complaints.resolvedComplaints).toHaveLength(20);
  });
});

it('averages the last rating of each complaint to two places', () => {
  expect(after(filed('a')).satisfaction).toEqual({ count: 0, total: 0, average: null });
  const all = ['a', 'b', 'c'].flatMap((id) => [filed(id), resolved(id), rated(id, 1)]);
  expect(after(...all, rated('a', 5), rated('b', 4), rated('c', 4)).satisfaction).toEqual({
    ...{ count: 3, total: 13, average: 4.33 },
  });
});
