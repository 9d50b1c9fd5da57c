import { IANAZone } from 'luxon';
import type { BusinessCalendar, OpeningHours } from './business-calendar.js';

/** From one instant to another, in ms since 1970. */
export type Span = { readonly from: number; readonly to: number };

/** `week[0]` is Sunday; spans are ms after midnight. `holidays` are days since 1970. */
type Hours = { readonly zone: IANAZone; readonly week: readonly (readonly Span[])[]; readonly holidays: Set<number> };

const MINUTE = 60_000; // ms
const DAY = 86_400_000; // ms
const LAST_DAY = 99_999_990; // days since 1970, a little before a `Date` ends

/** The spans after an instant during which business is open: ascending, none empty, none overlapping. */
export const openings = (calendar: BusinessCalendar, start: number): Generator<Span, never> =>
  spansOf(hoursOf(calendar), start);

function* spansOf({ zone, week, holidays }: Hours, start: number): Generator<Span, never> {
  let open = start;
  for (let day = Math.floor((start + offset(zone, start)) / DAY); day <= LAST_DAY; day += 1) {
    const hours = holidays.has(day) ? [] : week[(((day + 4) % 7) + 7) % 7]!;
    if (hours.length === 0) continue;
    const instantOf = clockOf(zone, day);
    for (const { from, to } of hours) {
      const span = { from: Math.max(open, instantOf(from)), to: instantOf(to) };
      if (span.from >= span.to) continue;
      open = span.to;
      yield span;
    }
  }
  throw new RangeError('The calendar does not reach that far.');
}

/**
 * The first instant at which the clocks of a day show a time, in ms after midnight, or have jumped over it: hours
 * next to each other stay next to each other when the clocks change, and real time counts.
 */
const clockOf = (zone: IANAZone, day: number) => {
  const midnight = day * DAY;
  const before = offset(zone, midnight - DAY);
  const after = offset(zone, midnight + 2 * DAY);
  const change = before === after ? Infinity : changeIn(zone, midnight - DAY, midnight + 2 * DAY);
  return (time: number) => {
    const unchanged = midnight + time - before;
    return unchanged < change ? unchanged : Math.max(change, midnight + time - after);
  };
};

/** When the offset changes between two instants, which have different ones. */
const changeIn = (zone: IANAZone, early: number, late: number): number => {
  const before = offset(zone, early);
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (offset(zone, middle) === before) early = middle;
    else late = middle;
  }
  return late;
};

const offset = (zone: IANAZone, instant: number) => zone.offset(instant) * MINUTE;

const hoursOf = ({ timeZone, week, holidays }: BusinessCalendar): Hours => {
  const zone = IANAZone.create(timeZone);
  if (!zone.isValid) throw new RangeError(`${timeZone} is no time zone.`);
  const days = ([7, 1, 2, 3, 4, 5, 6] as const).map((weekday) =>
    (week[weekday] ?? []).map(spanOf).toSorted(byBeginning),
  );
  if (days.every((spans) => spans.length === 0)) throw new RangeError('The calendar has no business hours.');
  return { zone, week: days, holidays: new Set(holidays.map(dayOf)) };
};

const byBeginning = (one: Span, other: Span) => one.from - other.from;

const spanOf = ({ from, to }: OpeningHours): Span => {
  const span = { from: timeOf(from), to: timeOf(to) };
  if (span.from < span.to) return span;
  throw new RangeError(`${from} to ${to} is no span of business hours.`);
};

/** `NaN`, which no comparison accepts, for what is no time. */
const timeOf = (clock: string): number => {
  const [, hours, minutes] = /^([01]\d|2[0-3]|24(?=:00)):([0-5]\d)$/.exec(clock) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * MINUTE;
};

const dayOf = (day: string): number => {
  const instant = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  if (Number.isNaN(instant)) throw new RangeError(`${day} is no day.`);
  return instant / DAY;
};
