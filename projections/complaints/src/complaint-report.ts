import type { ComplaintEvent, Severity, Tier } from '@annals/contracts-complaints';
import type { Channel } from '@annals/contracts-values';
import { projection, type RecordedEvent } from '@annals/event-sourcing';

export type ComplaintFact = {
  readonly complaintId: string;
  readonly customerId: string;
  readonly filedAt: string;
  readonly channel: Channel;
  readonly category: string;
  readonly severity: Severity;
  readonly product: string | null;
  readonly tier: Tier;
  readonly status: 'open' | 'resolved';
  /** Of the resolution that holds; `null` while the complaint is open. */
  readonly resolvedAt: string | null;
  readonly onTime: boolean | null;
  readonly rootCause: string | null;
  /** 1 to 5, the customer's last word; it stays when the complaint is reopened. */
  readonly satisfaction: number | null;
};

const MINUTE = 60_000; // ms

const unresolved = { status: 'open', resolvedAt: null, onTime: null, rootCause: null } as const;

/** A step that changes a fact, and passes over a complaint that was never filed. */
const change =
  <E extends ComplaintEvent>(next: (event: RecordedEvent<E>) => Partial<ComplaintFact>) =>
  (fact: ComplaintFact | null, event: RecordedEvent<E>): ComplaintFact | null =>
    fact && { ...fact, ...next(event) };

const resolutionMinutes = ({ filedAt, resolvedAt }: ComplaintFact) =>
  resolvedAt === null ? 0 : Math.max(0, Math.floor((Date.parse(resolvedAt) - Date.parse(filedAt)) / MINUTE));

type Source = Exclude<ComplaintEvent, { type: 'ComplaintAssigned' }>;

/** The facts of the complaint report: one for each complaint, under the month in which it was filed. */
export const complaintReport = projection<Source, ComplaintFact>()({
  name: 'complaint-report',
  version: 1,
  key: ({ data }) => data.complaintId,
  on: {
    ComplaintFiled: (_, { data, occurredAt }) => {
      const { complaintId, customerId, channel, category, severity, product = null } = data;
      const about = { complaintId, customerId, channel, category, severity, product };
      return { ...about, ...unresolved, filedAt: occurredAt, tier: 1, satisfaction: null };
    },
    ComplaintEscalated: change(({ data: { to } }) => ({ tier: to })),
    ComplaintResolved: change(({ data: { rootCause, onTime }, occurredAt }) => ({
      status: 'resolved',
      resolvedAt: occurredAt,
      onTime,
      rootCause,
    })),
    ComplaintReopened: change(() => unresolved),
    SatisfactionRated: change(({ data: { score } }) => ({ satisfaction: score })),
  },
  fields: {
    year: { of: ({ filedAt }) => Number(filedAt.slice(0, 4)) },
    month: { of: ({ filedAt }) => filedAt.slice(0, 7) },
    filedAt: { of: ({ filedAt }) => filedAt },
    channel: { of: ({ channel }) => channel },
    category: { of: ({ category }) => category },
    severity: { of: ({ severity }) => severity },
    tier: { of: ({ tier }) => tier },
    rootCause: { of: ({ rootCause }) => rootCause },
    product: { of: ({ product }) => product },
    customer: { of: ({ customerId }) => customerId },
    status: { of: ({ status }) => status },
    onTime: { of: ({ onTime }) => onTime },
    resolved: { of: ({ status }) => (status === 'resolved' ? 1 : 0) },
    resolvedOnTime: { of: ({ onTime }) => (onTime ? 1 : 0) },
    resolutionMinutes: { of: resolutionMinutes },
    rated: { of: ({ satisfaction }) => (satisfaction === null ? 0 : 1) },
    satisfaction: { of: ({ satisfaction }) => satisfaction ?? 0 },
  },
  indexes: [['filedAt'], ['status', 'filedAt'], ['customer', 'filedAt']],
});
