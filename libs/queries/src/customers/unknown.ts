import { accessProblems } from '@annals/access';
import type { Timeline } from '../history/timeline.js';
import { queryProblems } from '../queries.problems.js';

/** Says whether nothing was ever recorded of the customer, or only later. */
export const refuseUnknown = (
  id: string,
  { first, earliest }: Partial<Pick<Timeline, 'first' | 'earliest'>> = {},
  headers: Readonly<Record<string, string>>,
): never => {
  if (!first || !earliest) return accessProblems.fail('CustomerNotFound', { id }, headers);
  const [recordedAt, occurredAt] = [first.recordedAt, earliest.occurredAt].map((time) => new Date(time).toISOString());
  return queryProblems.fail('CustomerNotYetRecorded', { id, recordedAt, occurredAt }, headers);
};
