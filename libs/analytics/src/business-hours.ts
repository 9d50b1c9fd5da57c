import type { BusinessCalendar } from './business-calendar.js';
import { openings } from './business-hours.openings.js';

const MINUTE = 60_000; // ms

/**
 * The first instant at which `minutes` of business time have passed since `start`; for 0 it is `start`.
 * Throws a `RangeError` for a negative number and for a calendar that is invalid or has no hours.
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

/** Business minutes between two instants, to the millisecond; negative if `end` is first. Throws as `addBusinessMinutes`. */
export const businessMinutesBetween = (calendar: BusinessCalendar, start: Date, end: Date): number => {
  if (end < start) return -businessMinutesBetween(calendar, end, start);
  const last = end.getTime();
  const spans = openings(calendar, start.getTime());
  let passed = 0;
  for (let span = spans.next().value; span.from < last; span = spans.next().value)
    passed += Math.min(span.to, last) - span.from;
  return passed / MINUTE;
};
