import { assignee, complaintId, grievance, tier } from '@annals/contracts-complaints';
import { instant, ratio } from '@annals/contracts-values';
import { firstOf, groupsOf, pagePart, type Group } from '@annals/event-sourcing';
import { z } from 'zod';
import { complaintBoard } from './complaint-board.js';
import type { Complaint } from './complaint.js';

const MOST = 20; // complaints

const { subject, category, severity } = grievance.shape;
const card = {
  ...{ complaintId, subject, category, severity, tier, dueAt: instant },
  assignee: assignee.nullable(),
  openSince: instant.describe('When it was filed or, if it was, reopened'),
  overdueSince: instant.nullable().describe('The due time that passed'),
  pausedSince: instant.nullable().describe('Since when it waits for the customer'),
};

const cardOf = (complaint: Complaint) => {
  const { complaintId, subject, category, severity, tier, dueAt, assignee } = complaint;
  const { openSince, overdueSince, pausedSince } = complaint;
  return { complaintId, subject, category, severity, tier, dueAt, assignee, openSince, overdueSince, pausedSince };
};

const countOf = (groups: readonly Group[], status: string) =>
  groups.find(({ key: [found] }) => found === status)?.count ?? 0;

const sumOf = (groups: readonly Group[], index: number) => groups.reduce((total, { sums }) => total + sums[index]!, 0);

/** The complaints of the customer: counts of all of them, and the newest ones. */
export const complaintsPart = pagePart({
  reads: {
    groups: groupsOf(complaintBoard, { where: () => [], groupBy: ['status'], sum: ['rated', 'score'] }),
    open: firstOf(complaintBoard, ['subject'], {
      where: () => [{ field: 'status', is: 'open' }],
      sort: { field: 'openSince', descending: true },
      limit: MOST,
    }),
    resolved: firstOf(complaintBoard, ['subject'], {
      where: () => [{ field: 'status', is: 'resolved' }],
      sort: { field: 'resolvedAt', descending: true },
      limit: MOST,
    }),
  },
  answer: {
    schema: z.strictObject({
      complaints: z.strictObject({
        ...{ open: z.int(), resolved: z.int(), withdrawn: z.int() },
        satisfaction: z.strictObject({
          count: z.int().describe('Complaints with a rating; the last one of each counts'),
          total: z.int(),
          average: z.number().nullable().describe('Of the scores from 1 to 5, to two places; `null` without any'),
        }),
        openComplaints: z.array(z.strictObject(card)).describe('The newest 20; `open` counts all'),
        resolvedComplaints: z.array(z.strictObject({ ...card, resolvedAt: instant })).describe('The newest 20'),
      }),
    }),
    of: ({ groups, open, resolved }) => {
      const [count, total] = [sumOf(groups, 0), sumOf(groups, 1)];
      return {
        complaints: {
          open: countOf(groups, 'open'),
          resolved: countOf(groups, 'resolved'),
          withdrawn: countOf(groups, 'withdrawn'),
          satisfaction: { count, total, average: ratio(total, count) },
          openComplaints: open.map(cardOf),
          resolvedComplaints: resolved.map((one) => ({ ...cardOf(one), resolvedAt: one.resolvedAt! })),
        },
      };
    },
  },
});
