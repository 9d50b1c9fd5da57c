import { DateTime } from 'luxon';

/** The days, `2026-01-31`, of a calendar. */
export type Days = {
  /** The day on which an instant is. */
  readonly dayOf: (instant: Date) => string;
  /** The first instant of a day; not midnight where clocks are put forward then. Throws a `RangeError` for what is no day. */
  readonly startOf: (day: string) => Date;
};

/** Days as clocks in a time zone have them. Throws a `RangeError` for a zone that there is not. */
export const daysIn = (timeZone: string): Days => {
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone });
  const starts = new Map<string, number>();
  let last = { second: NaN, day: '' }; // offsets are whole seconds, and most questions are about now
  return {
    dayOf: (instant) => {
      const second = Math.floor(instant.getTime() / 1_000);
      if (second !== last.second) last = { second, day: days.format(instant).padStart(10, '0') }; // years before 1000
      return last.day;
    },
    startOf: (day) => {
      const start = starts.get(day) ?? known(DateTime.fromISO(day, { zone: timeZone }).startOf('day'), day).toMillis();
      if (starts.size >= DAYS) starts.clear();
      starts.set(day, start);
      return new Date(start);
    },
  };
};

const DAYS = 4_000; // whose beginnings are remembered, because files name the same days again and again

/** The next day, in whatever calendar. Throws a `RangeError` for what is no day. */
export const dayAfter = (day: string): string => {
  const next = DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 });
  return known(next, day).toFormat('yyyy-MM-dd');
};

const known = (time: DateTime, day: string) => {
  if (time.isValid) return time;
  throw new RangeError(`${day} is no day.`);
};
