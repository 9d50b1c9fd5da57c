import { addBusinessMinutes, type BusinessCalendar } from '@annals/analytics';
import type { Severity } from '@annals/contracts-complaints';
import type { ComplaintPolicy } from './complaint.decider.js';

type DueTimes = {
  readonly calendar: BusinessCalendar;
  readonly hoursToResolve: Readonly<Record<Severity, number>>;
};

/** A complaint is due within the business hours that its severity allows, counted from when it was filed or reopened. */
export const policyOf = ({ calendar, hoursToResolve }: DueTimes): ComplaintPolicy => ({
  dueAt: (severity, at) => addBusinessMinutes(calendar, at, hoursToResolve[severity] * 60),
});
