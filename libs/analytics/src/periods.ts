import { daysIn } from './days.js';

/** The month `2026-01`, quarter `2026-Q1` and year of an instant in the format of `toISOString()`. */
export type Periods = {
  readonly monthOf: (instant: string) => string;
  readonly quarterOf: (instant: string) => string;
  readonly yearOf: (instant: string) => number;
};

/** Periods as the calendars in a time zone have them. Throws a `RangeError` for a zone that does not exist. */
export const periodsIn = (timeZone: string): Periods => {
  const { dayOf } = daysIn(timeZone);
  const monthOf = (instant: string) => dayOf(new Date(instant)).slice(0, 7);
  return {
    monthOf,
    quarterOf: (instant) => quarterOf(monthOf(instant)),
    yearOf: (instant) => Number(monthOf(instant).slice(0, 4)),
  };
};

const quarterOf = (month: string) => `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`;
