import type { ComplaintEvent } from '@annals/contracts-complaints';
import { ifLatest } from '@annals/contracts-values';
import type { Of, RecordedEvent } from '@annals/event-sourcing';
import type { Complaint } from './complaint.js';
import { isOnTime, timesOfFiled } from './service-times.js';

type Unstamped = Omit<Complaint, 'revision'>;

const MOST = 20; // comments

export const unresolved = { status: 'open', resolvedAt: null, rootCause: null, remedy: null } as const;

const lastChange = ({ type, occurredAt, actor }: RecordedEvent<ComplaintEvent>) => ({ type, at: occurredAt, actor });

/** A step that changes a complaint, and passes over one that was never filed. */
export const change =
  <E extends ComplaintEvent>(next: (complaint: Complaint, event: RecordedEvent<E>) => Partial<Complaint>) =>
  (complaint: Complaint | null, event: RecordedEvent<E>): Unstamped | null =>
    complaint &&
    running({
      ...complaint,
      ...next(complaint, event),
      ...ifLatest(event.occurredAt, complaint.lastChange.at, { lastChange: lastChange(event) }),
    });

/** With whether it is on time, and with the time that runs out next. */
const running = <C extends Omit<Unstamped, 'runsOutAt' | 'onTime'>>(complaint: C) => {
  const { status, pausedSince, overdueSince, dueAt } = complaint;
  const runs = status === 'open' && pausedSince === null && overdueSince === null;
  return { ...complaint, onTime: isOnTime(complaint), runsOutAt: runs ? new Date(dueAt).toISOString() : null };
};

export const filed = (event: RecordedEvent<Of<ComplaintEvent, 'ComplaintFiled'>>): Unstamped =>
  running({
    ...event.data,
    product: event.data.product ?? null,
    dealId: event.data.dealId ?? null,
    ...unresolved,
    ...timesOfFiled(event),
    tier: 1,
    assignee: null,
    filedAt: event.occurredAt,
    openSince: event.occurredAt,
    withdrawnAt: null,
    satisfaction: null,
    reopened: 0,
    comments: [],
    since: {},
    lastChange: lastChange(event),
  });

/** The last rating counts: the one that was given last, not the one that was recorded last. */
export const rated = (
  { satisfaction }: Complaint,
  { data: { score, comment }, occurredAt }: RecordedEvent<Of<ComplaintEvent, 'SatisfactionRated'>>,
) =>
  ifLatest(occurredAt, satisfaction && satisfaction.at, {
    satisfaction: { score, comment: comment ?? null, at: occurredAt },
  });

export const commented = (
  { comments }: Complaint,
  { data: { commentId, text }, occurredAt, actor }: RecordedEvent<Of<ComplaintEvent, 'ComplaintCommented'>>,
) => {
  const all = [...comments, { commentId, text, at: occurredAt, actor }];
  return { comments: all.toSorted((one, other) => other.at.localeCompare(one.at)).slice(0, MOST) };
};
