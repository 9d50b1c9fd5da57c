import type { ComplaintEvent } from '@annals/contracts-complaints';
import type { Of, RecordedEvent } from '@annals/event-sourcing';

/** How a complaint stands with its due times: every view of complaints takes it from here. */
export type ServiceTimes = {
  readonly dueAt: string;
  /** The position of the event that says so: the one that was recorded last knows of all others. */
  readonly dueBy: number;
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

export const timesOfFiled = ({ data, position }: Recorded<'ComplaintFiled'>): ServiceTimes => ({
  ...{
    dueAt: data.dueAt,
    dueBy: position,
    responseDueAt: data.responseDueAt ?? null,
    respondedAt: null,
    respondedOnTime: null,
  },
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

  ComplaintResumed: (times: ServiceTimes, event: Recorded<'ComplaintResumed'>) => ({
    ...{ ...dueAfter(times, event), pausedSince: null },
  }),

  // A correction before the due time that became known later: that due time never passed.
  ComplaintChanged: (times: ServiceTimes, event: Recorded<'ComplaintChanged'>) => ({
    ...dueAfter(times, event),
    ...(times.overdueSince !== null && event.data.dueAt !== times.dueAt && event.occurredAt <= times.overdueSince
      ? unbroken(times)
      : {}),
  }),

  // By when it occurred, a breach can come after what has shown that the due time never passed.
  ComplaintBecameOverdue: (
    { dueAt: due, pausedSince }: ServiceTimes,
    { data: { dueAt } }: Recorded<'ComplaintBecameOverdue'>,
  ) => (dueAt === due && pausedSince === null ? { overdueSince: dueAt, breached: true } : {}),

  /** What was resolved on time was never overdue, even if that became known later. */
  ComplaintResolved: (times: ServiceTimes, { data: { onTime }, occurredAt }: Recorded<'ComplaintResolved'>) => ({
    ...(onTime ? unbroken(times) : { breached: true }),
    ...(times.respondedAt === null ? respondedAt(times, occurredAt) : {}),
    pausedSince: null,
  }),

  ComplaintReopened: (times: ServiceTimes, event: Recorded<'ComplaintReopened'>) => ({
    ...{ ...dueAfter(times, event), pausedSince: null, overdueSince: null, breachedBefore: times.breached },
  }),

  ComplaintWithdrawn: () => ({ pausedSince: null }),
};

/** `null` until it is decided: it is decided by the resolution, and by a breach. */
export const isOnTime = ({ breached, status }: Pick<ServiceTimes, 'breached'> & { readonly status: string }) =>
  breached ? false : status === 'resolved' ? true : null;

type Due = Recorded<'ComplaintResumed' | 'ComplaintChanged' | 'ComplaintReopened'>;

const dueAfter = ({ dueBy }: ServiceTimes, { data: { dueAt }, position }: Due) =>
  position > dueBy ? { dueAt, dueBy: position } : {};

const unbroken = ({ breachedBefore }: ServiceTimes) => ({ overdueSince: null, breached: breachedBefore });

const respondedAt = ({ responseDueAt }: ServiceTimes, at: string) => ({
  ...{ respondedAt: at, respondedOnTime: responseDueAt === null ? null : at <= responseDueAt },
});
