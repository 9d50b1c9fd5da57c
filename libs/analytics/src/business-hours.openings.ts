import { IANAZone } from 'luxon';
import type { BusinessCalendar, OpeningHours } from './business-calendar.js';

/** From one instant to another, in ms since 1970. */
export type Span = { readonly from: number; readonly to: number };

/** `week[0]` is Sunday; spans are ms after midnight. `holidays` are days since 1970. */
type Hours = { readonly zone: Zone; readonly week: readonly (readonly Span[])[]; readonly holidays: Set<number> };

const MINUTE = 60_000; // ms
const DAY = 86_400_000; // ms
const REMEMBERED = 10_000; // days
const LAST_DAY = 99_999_990; // days since 1970, a little before a `Date` ends

/** The spans after an instant during which business is open: ascending, none empty, none overlapping. */
export const openings = (calendar: BusinessCalendar, start: number): Generator<Span, never> =>
  spansOf(hoursOf(calendar), start);

function* spansOf({ zone, week, holidays }: Hours, start: number): Generator<Span, never> {
  let open = start;
  for (let day = Math.floor((start + zone.offset(start)) / DAY); day <= LAST_DAY; day += 1) {
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
 * The first instant of a day at which local clocks show a time, in ms after midnight, or have skipped it: adjacent hours
 * stay adjacent when the clocks change, and elapsed time counts.
 */
const clockOf = (zone: Zone, day: number) => {
  const midnight = day * DAY;
  const before = zone.offset(midnight - DAY);
  const after = zone.offset(midnight + 2 * DAY);
  const change = before === after ? Infinity : changeIn(zone, midnight - DAY, midnight + 2 * DAY);
  return (time: number) => {
    const unchanged = midnight + time - before;
    return unchanged < change ? unchanged : Math.max(change, midnight + time - after);
  };
};

/** The instant between two instants with different offsets at which the offset changes. */
const changeIn = (zone: Zone, early: number, late: number): number => {
  const before = zone.offset(early);
  while (late - early > 1) {
    const middle = Math.floor((early + late) / 2);
    if (zone.offset(middle) === before) early = middle;
    else late = middle;
  }
  return late;
};

/** A time zone that caches days without a clock change, because computing the offset of an instant is slow. */
class Zone {
  private readonly zone: IANAZone;
  private readonly midnights = new Map<number, number>();

  /** Throws a `RangeError`. */
  constructor(name: string) {
    this.zone = IANAZone.create(name);
    if (!this.zone.isValid) throw new RangeError(`${name} is no time zone.`);
  }

  /** The offset from UTC at an instant, in ms. */
  offset(instant: number): number {
    const day = Math.floor(instant / DAY);
    const before = this.midnight(day);
    return before === this.midnight(day + 1) ? before : this.asked(instant);
  }

  private midnight(day: number): number {
    const known = this.midnights.get(day);
    if (known !== undefined) return known;
    if (this.midnights.size >= REMEMBERED) this.midnights.clear();
    const offset = this.asked(day * DAY);
    this.midnights.set(day, offset);
    return offset;
  }

  private asked(instant: number) {
    return this.zone.offset(instant) * MINUTE;
  }
}

const known = new WeakMap<BusinessCalendar, Hours>();

const hoursOf = (calendar: BusinessCalendar): Hours => {
  const hours = known.get(calendar) ?? readHours(calendar);
  known.set(calendar, hours);
  return hours;
};

const readHours = ({ timeZone, week, holidays }: BusinessCalendar): Hours => {
  const zone = new Zone(timeZone);
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

/** `NaN`, which fails every comparison, for invalid times. */
const timeOf = (clock: string): number => {
  const [, hours, minutes] = /^([01]\d|2[0-3]|24(?=:00)):([0-5]\d)$/.exec(clock) ?? [];
  return (Number(hours) * 60 + Number(minutes)) * MINUTE;
};

const dayOf = (day: string): number => {
  const instant = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN;
  if (Number.isNaN(instant)) throw new RangeError(`${day} is no day.`);
  return instant / DAY;
};
