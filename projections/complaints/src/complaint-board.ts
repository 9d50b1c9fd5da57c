import { severity, tier, type ComplaintEvent } from '@annals/contracts-complaints';
import { instant, number, party, revised, text, view, type Of, type RecordedEvent } from '@annals/event-sourcing';
import { complaint, status, type Complaint } from './complaint.js';

type Unstamped = Omit<Complaint, 'revision'>;

const unresolved = { status: 'open', resolvedAt: null, onTime: null, rootCause: null, remedy: null } as const;

const lastChange = ({ type, occurredAt, actor }: RecordedEvent<ComplaintEvent>) => ({ type, at: occurredAt, actor });

/** A step that changes a complaint, and passes over one that was never filed. */
const change =
  <E extends ComplaintEvent>(next: (complaint: Complaint, event: RecordedEvent<E>) => Partial<Complaint>) =>
  (complaint: Complaint | null, event: RecordedEvent<E>): Unstamped | null =>
    complaint && { ...complaint, ...next(complaint, event), lastChange: lastChange(event) };

const filed = (event: RecordedEvent<Of<ComplaintEvent, 'ComplaintFiled'>>): Unstamped => ({
  ...event.data,
  product: event.data.product ?? null,
  dealId: event.data.dealId ?? null,
  ...unresolved,
  tier: 1,
  assignee: null,
  filedAt: event.occurredAt,
  openSince: event.occurredAt,
  satisfaction: null,
  reopened: 0,
  lastChange: lastChange(event),
});

/** One document for each complaint, open or resolved. */
export const complaintBoard = view<ComplaintEvent, Complaint>()({
  name: 'complaint-board',
  version: 2,
  key: ({ data }) => data.complaintId,
  on: revised<ComplaintEvent, Complaint>({
    ComplaintFiled: (_, event) => filed(event),
    ComplaintAssigned: change((_, { data: { assignee } }) => ({ assignee })),
    ComplaintEscalated: change((_, { data: { to } }) => ({ tier: to })),
    ComplaintResolved: change((_, { data: { rootCause, remedy, onTime }, occurredAt }) => ({
      status: 'resolved',
      resolvedAt: occurredAt,
      onTime,
      rootCause,
      remedy,
    })),
    ComplaintReopened: change(({ reopened }, { data: { dueAt }, occurredAt }) => ({
      ...unresolved,
      openSince: occurredAt,
      dueAt,
      reopened: reopened + 1,
    })),
    SatisfactionRated: change((_, { data: { score, comment }, occurredAt }) => ({
      satisfaction: { score, comment: comment ?? null, at: occurredAt },
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
  },
  indexes: [
    ['filedAt'],
    ['dueAt'],
    ['status', 'dueAt'],
    ['status', 'filedAt'],
    ['assignee', 'status', 'dueAt'],
    ['severity', 'status', 'dueAt'],
    ['category', 'status', 'dueAt'],
    ['customer', 'filedAt'],
    ['customer', 'resolvedAt', 'openSince'],
  ],
  personal: ['subject', 'text', 'remedy', 'satisfaction.comment'],
  revision: ({ revision }) => revision,
  answer: { schema: complaint, of: ({ revision: _, ...shown }) => shown },
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
    filters: ['status', 'severity', 'tier', 'assignee', 'customer', 'category'],
    ranges: ['dueAt', 'filedAt'],
    conditions: {
      overdue: (now) => [
        { field: 'status', is: 'open' },
        { field: 'dueAt', to: now.toISOString() },
      ],
    },
    names: { customerName: 'customer' },
    sorts: ['-filedAt', 'dueAt'],
  },
});
