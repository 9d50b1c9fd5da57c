import { openings } from './business-hours.openings.js';

/** Minutes after midnight are written `HH:MM`; `24:00` is the end of the day. */
export type OpeningHours = { readonly from: string; readonly to: string };

/** When somebody works: hours per weekday (1 is Monday, 7 Sunday) in a time zone, and days (`2026-01-01`) on which nobody does. */
export type BusinessCalendar = {
  readonly timeZone: string;
  readonly week: Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly OpeningHours[]>>>;
  readonly holidays: readonly string[];
};

const MINUTE = 60_000; // ms

/**
 * The first instant at which so many minutes of business have passed since `start`; for 0 it is `start`.
 * Throws a `RangeError` for a negative number and for a calendar that has no hours or does not make sense.
 */
export const addBusinessMinutes = (calendar: BusinessCalendar, start: Date, minutes: number): Date => {
  if (!Number.isFinite(minutes) || minutes < 0) throw new RangeError(`${minutes} is no number of minutes to add.`);
  let end = start.getTime();
  let left = Math.round(minutes * MINUTE);
  const spans = openings(calendar, end);
  while (left > 0) {
    const { from, to } = spans.next().value;
    end = Math.min(to, from + left);
    left -= end - from;
  }
  return new Date(end);
};

/** Minutes of business between two instants, to the millisecond; negative if `end` comes first. Throws as `addBusinessMinutes`. */
export const businessMinutesBetween = (calendar: BusinessCalendar, start: Date, end: Date): number => {
  if (end < start) return -businessMinutesBetween(calendar, end, start);
  const last = end.getTime();
  const spans = openings(calendar, start.getTime());
  let passed = 0;
  for (let span = spans.next().value; span.from < last; span = spans.next().value)
    passed += Math.min(span.to, last) - span.from;
  return passed / MINUTE;
};
