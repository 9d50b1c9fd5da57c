import { assignee, complaintId, grievance, tier } from '@annals/contracts-complaints';
import { instant } from '@annals/contracts-values';
import { firstOf, ofCustomer, pagePart, within } from '@annals/event-sourcing';
import { z } from 'zod';
import { complaintBoard } from './complaint-board.js';
import type { Complaint } from './complaint.js';
import { complaintTotals, NO_COMPLAINTS } from './complaint-totals.js';

const MOST = 20; // complaints

const { subject, category, severity } = grievance.shape;
const card = {
  ...{ complaintId, subject, category, severity, tier, dueAt: instant },
  assignee: assignee.nullable(),
  openSince: instant.describe('When it was filed or, if it was, reopened'),
};

const cardOf = ({ complaintId, subject, category, severity, tier, dueAt, assignee, openSince }: Complaint) => ({
  ...{ complaintId, subject, category, severity, tier, dueAt, assignee, openSince },
});

/** The complaints of the customer: counts of all of them, and the newest ones. */
export const complaintsPart = pagePart({
  reads: {
    totals: ofCustomer(complaintTotals, []),
    open: within(
      'totals',
      firstOf(complaintBoard, ['subject'], {
        where: () => [{ field: 'resolvedAt', is: null }],
        sort: { field: 'openSince', descending: true },
        limit: MOST,
      }),
    ),
    resolved: within(
      'totals',
      firstOf(complaintBoard, ['subject'], {
        where: () => [{ field: 'resolvedAt', from: '' }],
        sort: { field: 'resolvedAt', descending: true },
        limit: MOST,
      }),
    ),
  },
  answer: {
    schema: z.strictObject({
      complaints: z.strictObject({
        ...{ open: z.int(), resolved: z.int() },
        satisfaction: z.strictObject({
          ...{ count: z.int(), total: z.int() },
          average: z.number().nullable().describe('Of the scores from 1 to 5, to two places; `null` without any'),
        }),
        openComplaints: z.array(z.strictObject(card)).describe('The newest 20; `open` counts all'),
        resolvedComplaints: z.array(z.strictObject({ ...card, resolvedAt: instant })).describe('The newest 20'),
      }),
    }),
    of: ({ totals, open, resolved }) => {
      const { ratings: count, score: total, ...counts } = totals ?? NO_COMPLAINTS;
      const average = count === 0 ? null : Math.round((total / count) * 100) / 100;
      return {
        complaints: {
          ...counts,
          satisfaction: { count, total, average },
          openComplaints: open.map(cardOf),
          resolvedComplaints: resolved.map((one) => ({ ...cardOf(one), resolvedAt: one.resolvedAt! })),
        },
      };
    },
  },
});
