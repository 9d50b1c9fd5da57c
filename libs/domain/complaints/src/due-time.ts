import { addBusinessMinutes, businessMinutesBetween, type BusinessCalendar } from '@annals/analytics';
import type { Severity } from '@annals/contracts-complaints';

type Hours = Readonly<Record<Severity, number>>;
type DueTimes = {
  readonly calendar: BusinessCalendar;
  readonly hoursToResolve: Hours;
  readonly hoursToRespond: Hours;
};

/** Configured by the company: the due times of a complaint, in business time. */
export type ComplaintPolicy = {
  /** When a complaint of a severity is due that is filed or reopened at an instant and is paused for some minutes. */
  readonly dueAt: (severity: Severity, at: Date, pausedMinutes?: number) => Date;
  /** When the first response to a complaint is due that is filed at an instant. */
  readonly responseDueAt: (severity: Severity, at: Date) => Date;
  readonly minutesBetween: (from: Date, to: Date) => number;
  readonly later: (at: Date, minutes: number) => Date;
};

/** A complaint is due within the business hours that its severity allows, counted from when it was filed or reopened. */
export const policyOf = ({ calendar, hoursToResolve, hoursToRespond }: DueTimes): ComplaintPolicy => ({
  dueAt: (severity, at, paused = 0) => addBusinessMinutes(calendar, at, hoursToResolve[severity] * 60 + paused),
  responseDueAt: (severity, at) => addBusinessMinutes(calendar, at, hoursToRespond[severity] * 60),
  minutesBetween: (from, to) => Math.max(0, businessMinutesBetween(calendar, from, to)),
  later: (at, minutes) => addBusinessMinutes(calendar, at, minutes),
});
