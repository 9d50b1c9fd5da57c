import { dayFrom, dayOf, type Day } from '../../../design/days.js';

export const SPANS = ['day', 'week', 'month'] as const;
export type Span = (typeof SPANS)[number];

const WEEK = 7; // days

const startOf = (day: Day): Date => new Date(`${day}T00:00:00`);

/** Whether a text is a day that there is. */
export const isDay = (text: string | null): text is Day =>
  text !== null && /^\d{4}-\d{2}-\d{2}$/.test(text) && dayOf(startOf(text)) === text;

export const plusDays = (day: Day, count: number): Day => dayFrom(startOf(day), count);

/** The same day of another month, or its last one. */
const plusMonths = (day: Day, count: number): Day => {
  const date = startOf(day);
  const [first, wanted] = [new Date(date.getFullYear(), date.getMonth() + count, 1), date.getDate()];
  const last = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate();
  first.setDate(Math.min(wanted, last));
  return dayOf(first);
};

/** The day to which the calendar turns: that of the span after or before. */
export const turned = (day: Day, span: Span, count: number): Day =>
  span === 'month' ? plusMonths(day, count) : plusDays(day, count * (span === 'week' ? WEEK : 1));

const mondayOf = (day: Day): Day => plusDays(day, -((startOf(day).getDay() + WEEK - 1) % WEEK));

const series = (first: Day, count: number): readonly Day[] =>
  Array.from({ length: count }, (_, index) => plusDays(first, index));

/** The days that are shown: of a month with those that fill its first and last week. */
export const daysOf = (day: Day, span: Span): readonly Day[] => {
  if (span === 'day') return [day];
  if (span === 'week') return series(mondayOf(day), WEEK);
  const month = day.slice(0, 7);
  const first = mondayOf(`${month}-01`);
  const last = plusDays(plusMonths(`${month}-01`, 1), -1);
  const weeks = Math.ceil((Math.round((startOf(last).getTime() - startOf(first).getTime()) / 86_400_000) + 1) / WEEK);
  return series(first, weeks * WEEK);
};

/** From the beginning of the first day to the end of the last one. */
export const instantsOf = (days: readonly Day[]) => ({
  from: startOf(days[0]!).toISOString(),
  to: startOf(plusDays(days.at(-1)!, 1)).toISOString(),
});

/** An instant as many days later, at the same time of the clock. */
export const movedBy = (at: string, days: number): string => {
  const date = new Date(at);
  date.setDate(date.getDate() + days);
  return date.toISOString();
};

/** How many days lie between two, below zero if the second one is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((startOf(to).getTime() - startOf(from).getTime()) / 86_400_000);
