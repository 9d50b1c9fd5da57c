import type { ComplaintEvent, Severity, Tier } from '@annals/contracts-complaints';
import type { Channel, Staff } from '@annals/contracts-values';
import { projection, type Of, type RecordedEvent } from '@annals/event-sourcing';

export type Complaint = {
  readonly complaintId: string;
  readonly customerId: string;
  readonly status: 'open' | 'resolved';
  readonly channel: Channel;
  readonly category: string;
  readonly severity: Severity;
  readonly tier: Tier;
  readonly assignee: Staff | null;
  readonly subject: string;
  readonly text: string;
  readonly product: string | null;
  readonly dealId: string | null;
  readonly filedAt: string;
  /** When it was filed or, if it was, reopened. */
  readonly openSince: string;
  readonly dueAt: string;
  /** Of the resolution that holds; `null` while the complaint is open. */
  readonly resolvedAt: string | null;
  readonly onTime: boolean | null;
  readonly rootCause: string | null;
  readonly remedy: string | null;
  /** The customer's last word; it stays when the complaint is reopened. */
  readonly satisfaction: { readonly score: number; readonly comment: string | null; readonly at: string } | null;
  readonly reopened: number;
  readonly lastChange: { readonly type: ComplaintEvent['type']; readonly at: string; readonly actor: string };
};

const unresolved = { status: 'open', resolvedAt: null, onTime: null, rootCause: null, remedy: null } as const;

const lastChange = ({ type, occurredAt, actor }: RecordedEvent<ComplaintEvent>) => ({ type, at: occurredAt, actor });

/** A step that changes a complaint, and passes over one that was never filed. */
const change =
  <E extends ComplaintEvent>(next: (complaint: Complaint, event: RecordedEvent<E>) => Partial<Complaint>) =>
  (complaint: Complaint | null, event: RecordedEvent<E>): Complaint | null =>
    complaint && { ...complaint, ...next(complaint, event), lastChange: lastChange(event) };

const filed = (event: RecordedEvent<Of<ComplaintEvent, 'ComplaintFiled'>>): Complaint => ({
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

/** One document for each complaint, open or resolved. Overdue is an open one whose `dueAt` has passed. */
export const complaintBoard = projection<ComplaintEvent, Complaint>()({
  name: 'complaint-board',
  version: 2,
  key: ({ data }) => data.complaintId,
  on: {
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
  },
  fields: {
    status: { of: ({ status }) => status },
    severity: { of: ({ severity }) => severity },
    tier: { of: ({ tier }) => tier },
    assignee: { of: ({ assignee }) => assignee?.id ?? null, party: true },
    customer: { of: ({ customerId }) => customerId },
    category: { of: ({ category }) => category },
    channel: { of: ({ channel }) => channel },
    dueAt: { of: ({ dueAt }) => dueAt },
    filedAt: { of: ({ filedAt }) => filedAt },
    openSince: { of: ({ openSince }) => openSince },
    resolvedAt: { of: ({ resolvedAt }) => resolvedAt },
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
});
