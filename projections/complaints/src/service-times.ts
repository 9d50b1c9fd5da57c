import type { ComplaintEvent } from '@annals/contracts-complaints';
import type { Of, RecordedEvent } from '@annals/event-sourcing';

/** How a complaint stands with its due times: every view of complaints takes it from here. */
export type ServiceTimes = {
  readonly dueAt: string;
  /** `null` for a complaint that was filed without one. */
  readonly responseDueAt: string | null;
  /** Of the first response or, without one, of the first resolution. */
  readonly respondedAt: string | null;
  readonly respondedOnTime: boolean | null;
  /** When the pause under way began. */
  readonly pausedSince: string | null;
  /** The due time that passed since it was filed or reopened. */
  readonly overdueSince: string | null;
  /** Whether a due time ever passed: a breach stays one when the complaint is reopened. */
  readonly breached: boolean;
  /** The same until it was last reopened. */
  readonly breachedBefore: boolean;
};

type Recorded<Type> = RecordedEvent<Of<ComplaintEvent, Type>>;

export const timesOfFiled = ({ data }: Recorded<'ComplaintFiled'>): ServiceTimes => ({
  ...{ dueAt: data.dueAt, responseDueAt: data.responseDueAt ?? null, respondedAt: null, respondedOnTime: null },
  ...{ pausedSince: null, overdueSince: null, breached: false, breachedBefore: false },
});

export const timesAfter = {
  FirstResponseGiven: (_: ServiceTimes, { data: { onTime }, occurredAt }: Recorded<'FirstResponseGiven'>) => ({
    ...{ respondedAt: occurredAt, respondedOnTime: onTime },
  }),

  // A pause before the due time that became known later: the due time never passed.
  ComplaintPaused: (times: ServiceTimes, { occurredAt }: Recorded<'ComplaintPaused'>) => ({
    pausedSince: occurredAt,
    ...(times.overdueSince !== null && occurredAt <= times.overdueSince ? unbroken(times) : {}),
  }),

  ComplaintResumed: (_: ServiceTimes, { data: { dueAt } }: Recorded<'ComplaintResumed'>) => ({
    ...{ dueAt, pausedSince: null },
  }),

  ComplaintChanged: (_: ServiceTimes, { data: { dueAt } }: Recorded<'ComplaintChanged'>) => ({ dueAt }),

  ComplaintBecameOverdue: (_: ServiceTimes, { data: { dueAt } }: Recorded<'ComplaintBecameOverdue'>) => ({
    ...{ overdueSince: dueAt, breached: true },
  }),

  /** What was resolved on time was never overdue, even if that became known later. */
  ComplaintResolved: (times: ServiceTimes, { data: { onTime }, occurredAt }: Recorded<'ComplaintResolved'>) => ({
    ...(onTime ? unbroken(times) : { breached: true }),
    ...(times.respondedAt === null ? respondedAt(times, occurredAt) : {}),
    pausedSince: null,
  }),

  ComplaintReopened: ({ breached }: ServiceTimes, { data: { dueAt } }: Recorded<'ComplaintReopened'>) => ({
    ...{ dueAt, pausedSince: null, overdueSince: null, breachedBefore: breached },
  }),

  ComplaintWithdrawn: () => ({ pausedSince: null }),
};

/** `null` until it is decided: it is decided by the resolution, and by a breach. */
export const isOnTime = ({ breached, status }: Pick<ServiceTimes, 'breached'> & { readonly status: string }) =>
  breached ? false : status === 'resolved' ? true : null;

const unbroken = ({ breachedBefore }: ServiceTimes) => ({ overdueSince: null, breached: breachedBefore });

const respondedAt = ({ responseDueAt }: ServiceTimes, at: string) => ({
  ...{ respondedAt: at, respondedOnTime: responseDueAt === null ? null : at <= responseDueAt },
});
