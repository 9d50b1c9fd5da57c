import type { Condition, Deadline } from '@annals/event-sourcing';

/** The documents whose deadline has come: an instant when it is over, a day when it has begun. */
export const dueAt = (deadline: Deadline, now: Date): readonly Condition[] => [
  { field: deadline.due, from: '', to: bound(deadline, now) },
];

/** Those whose deadline is still to come. */
export const dueAfter = (deadline: Deadline, now: Date): readonly Condition[] => [
  { field: deadline.due, from: bound(deadline, now) },
];

/** When a deadline comes. */
export const instantOf = ({ days }: Deadline, due: string): Date => days?.startOf(due) ?? new Date(due);

/** What sorts after everything that is due, and before everything that is not. */
const bound = ({ days }: Deadline, now: Date) => (days ? `${days.dayOf(now)}~` : now.toISOString());
