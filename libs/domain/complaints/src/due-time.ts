import { addBusinessMinutes } from '@annals/analytics';
import type { Configuration } from '@annals/configuration';
import type { ComplaintPolicy } from './complaint.decider.js';

/** A complaint is due so many business hours after it was filed or reopened as its severity allows. */
export const policyOf = ({
  calendar,
  hoursToResolve,
}: Pick<Configuration, 'calendar' | 'hoursToResolve'>): ComplaintPolicy => ({
  dueAt: (severity, at) => addBusinessMinutes(calendar, at, hoursToResolve[severity] * 60),
});
