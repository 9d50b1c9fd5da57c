import { severity, tier, type ComplaintEvent } from '@annals/contracts-complaints';
import { flag, instant, number, party, revised, text, view } from '@annals/event-sourcing';
import { complaint, status, type Complaint } from './complaint.js';
import { change, commented, filed, rated, unresolved } from './complaint-steps.js';
import { datedAfter } from './dated-content.js';
import { timesAfter } from './service-times.js';

/** One document for each complaint, open, resolved or withdrawn. */
export const complaintBoard = view<ComplaintEvent, Complaint>()({
  name: 'complaint-board',
  version: 5,
  key: ({ data }) => data.complaintId,
  on: revised<ComplaintEvent, Complaint>({
    ComplaintFiled: (_, event) => filed(event),
    FirstResponseGiven: change(timesAfter.FirstResponseGiven),
    ComplaintAssigned: change(datedAfter.ComplaintAssigned),
    ComplaintEscalated: change(datedAfter.ComplaintEscalated),
    ComplaintPaused: change(timesAfter.ComplaintPaused),
    ComplaintResumed: change(timesAfter.ComplaintResumed),
    ComplaintCommented: change(commented),
    ComplaintChanged: change((complaint, event) => {
      const { values, since } = datedAfter.ComplaintChanged(complaint, event);
      return { ...(values as Partial<Complaint>), since, ...timesAfter.ComplaintChanged(complaint, event) }; // JSON knows no undefined
    }),
    ComplaintBecameOverdue: change(timesAfter.ComplaintBecameOverdue),
    ComplaintResolved: change((times, event) => ({
      ...timesAfter.ComplaintResolved(times, event),
      status: 'resolved',
      resolvedAt: event.occurredAt,
      rootCause: event.data.rootCause,
      remedy: event.data.remedy,
    })),
    ComplaintReopened: change((complaint, event) => ({
      ...unresolved,
      ...timesAfter.ComplaintReopened(complaint, event),
      openSince: event.occurredAt,
      reopened: complaint.reopened + 1,
    })),
    SatisfactionRated: change(rated),
    ComplaintWithdrawn: change((_, { occurredAt }) => ({
      ...timesAfter.ComplaintWithdrawn(),
      status: 'withdrawn',
      withdrawnAt: occurredAt,
    })),
  }),
  fields: {
    status: text((complaint) => complaint.status, { schema: status }),
    severity: text((complaint) => complaint.severity, { schema: severity }),
    tier: number((complaint) => complaint.tier, { schema: tier }),
    assignee: party(({ assignee }) => assignee?.id ?? null),
    customer: text(({ customerId }) => customerId),
    category: text(({ category }) => category),
    channel: text(({ channel }) => channel),
    dueAt: instant(({ dueAt }) => dueAt),
    filedAt: instant(({ filedAt }) => filedAt),
    openSince: instant(({ openSince }) => openSince),
    resolvedAt: instant(({ resolvedAt }) => resolvedAt),
    /** Since when an open complaint is overdue, or when the time runs out that is left; `null` while none runs. */
    timeUpAt: instant((complaint) => timeUpOf(complaint)),
    runsOutAt: instant(({ runsOutAt }) => runsOutAt),
    paused: flag(({ pausedSince }) => pausedSince !== null),
    breached: flag(({ breached }) => breached),
    rated: number(({ satisfaction }) => (satisfaction ? 1 : 0)),
    score: number(({ satisfaction }) => satisfaction?.score ?? 0),
  },
  indexes: [
    ['filedAt'],
    ['dueAt'],
    ['status', 'dueAt'],
    ['status', 'filedAt'],
    ['timeUpAt'],
    ['runsOutAt'],
    ['breached', 'filedAt'],
    ['assignee', 'status', 'dueAt'],
    ['severity', 'status', 'dueAt'],
    ['category', 'status', 'dueAt'],
    ['customer', 'filedAt'],
    ['customer', 'status', 'openSince'],
    ['customer', 'status', 'resolvedAt'],
  ],
  personal: ['subject', 'text', 'remedy', 'satisfaction.comment', 'comments[].text'],
  revision: ({ revision }) => revision,
  answer: {
    schema: complaint,
    of: ({ revision: _, breached: __, breachedBefore: ___, runsOutAt: ____, since: _____, dueBy: ______, ...shown }) =>
      shown,
  },
  list: {
    path: 'complaints',
    summary: {
      en: 'List complaints by status, severity, tier, assignee and more',
      zh: '按状态、严重程度、处理层级、处理人等列出投诉',
    },
    record: {
      ...{ name: 'Complaint', en: 'complaint', zh: '投诉', id: 'complaintId', schema: 'NamedComplaint' },
      one: {
        en: 'Get a complaint with its text, resolution and rating',
        zh: '查看投诉的内容、处理结果和评价',
      },
    },
    needs: 'complaints.read',
    filters: ['status', 'severity', 'tier', 'assignee', 'customer', 'category', 'paused', 'breached'],
    ranges: ['dueAt', 'filedAt'],
    conditions: {
      overdue: (now) => [{ field: 'timeUpAt', from: '', to: now.toISOString() }],
    },
    names: { customerName: 'customer' },
    sorts: ['-filedAt', 'dueAt'],
  },
});

const timeUpOf = ({ status, overdueSince, pausedSince, dueAt }: Complaint) => {
  if (status !== 'open') return null;
  return overdueSince ?? (pausedSince === null ? dueAt : null);
};
