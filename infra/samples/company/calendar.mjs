import { DateTime } from 'luxon';

/** Minutes of a day. */
export const DAY = 1440;

const MINUTE = 60_000; // ms
const [OPENS, CLOSES] = [8 * 60 + 40, 17 * 60 + 20];

/**
 * Days and times relative to today. A time is a number of minutes, counted from the beginning of today: below zero it is over. A
 * time of an office is between 08:40 and 17:20 in the time zone of that office.
 */
export class Calendar {
  constructor(today, zone, companyZone) {
    this.zone = zone;
    this.midnight = DateTime.fromISO(today, { zone });
    this.begin = DateTime.fromISO(today, { zone: companyZone }).toMillis();
    this.known = new Map();
  }

  /** A day with its name, its beginning and its weekday, from Monday as 1. */
  on(days) {
    const known = this.known.get(days);
    if (known) return known;
    const at = this.midnight.minus({ days });
    const day = { name: at.toISODate(), begin: at.toMillis(), weekday: at.weekday };
    this.known.set(days, day);
    return day;
  }

  /** The day that is `days` before today, or after it if `days` is below zero: `2026-01-31`. */
  day(days) {
    return this.on(days).name;
  }

  /** The day of a time. */
  dayOf(time) {
    return this.day(-Math.floor(time / DAY));
  }

  /** The instant of a time that is over, at the latest the end of yesterday in the time zone of the company. */
  instant(time) {
    return new Date(Math.min(this.at(time), this.begin - 1_000)).toISOString();
  }

  /** The instant of a time that may be still to come. */
  coming(time) {
    return new Date(this.at(time)).toISOString();
  }

  at(time) {
    const days = Math.floor(time / DAY);
    return this.on(-days).begin + (time - days * DAY) * MINUTE;
  }

  /** The name of the month before that of a time, in a language. */
  monthBefore(time, language) {
    return this.midnight
      .plus({ days: Math.floor(time / DAY) })
      .minus({ months: 1 })
      .setLocale(language)
      .toFormat(language === 'zh' ? 'L月' : 'LLLL');
  }

  /** The first instants of the last months, the oldest first: `count` whole months need one more. */
  months(count) {
    const first = this.midnight.startOf('month');
    return Array.from({ length: count + 1 }, (_, n) =>
      first
        .minus({ months: count - n })
        .toUTC()
        .toISO(),
    );
  }

  /** A time of an office on a day; a weekend is moved to the next Monday. */
  office(days, chance) {
    const { weekday } = this.on(days);
    return -(days - Math.max(0, 8 - weekday) * (weekday > 5)) * DAY + chance.int(OPENS, CLOSES);
  }

  /** A time of an office some days after another; on the same day it is later. */
  after(time, least, most, chance) {
    const days = chance.int(least, most);
    const next = this.office(-(Math.floor(time / DAY) + days), chance);
    return next > time ? next : time + chance.int(5, 50);
  }

  /** How many days ago the office was open for the last time, and `count` working days before. */
  workingDaysAgo(count) {
    let days = 1;
    for (let left = count; ; days += 1) {
      if (this.on(days).weekday <= 5) left -= 1;
      if (left < 0) return days;
    }
  }
}
