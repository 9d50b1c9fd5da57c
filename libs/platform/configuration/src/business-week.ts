import type { BusinessCalendar, OpeningHours } from '@annals/analytics';
import { every, split, type Reader } from './reader.js';

type Week = BusinessCalendar['week'];
type Weekday = keyof Week;
type Shift = { readonly day: Weekday; readonly hours: OpeningHours };

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `mon-fri 09:00-12:00,13:00-17:00; sat 10:00-14:00`. */
export const businessWeek: Reader<Week> = {
  allowed: 'days and hours that do not overlap, such as mon-fri 09:00-12:00,13:00-17:00; sat 10:00-14:00',
  read: (text) => {
    const shifts = every(split(text, ';'), shiftsOf)?.flat();
    return shifts && apart(shifts) ? weekOf(shifts) : undefined;
  },
};

const shiftsOf = (text: string): readonly Shift[] | undefined => {
  const [days = '', hours = '', ...more] = text.split(/\s+/);
  const weekdays = every(split(days, ','), daysOf)?.flat();
  const spans = every(split(hours, ','), hoursOf);
  if (!weekdays || !spans || more.length > 0) return undefined;
  return weekdays.flatMap((day) => spans.map((span) => ({ day, hours: span })));
};

const daysOf = (text: string): readonly Weekday[] | undefined => {
  const [first = '', last = first, ...more] = text.toLowerCase().split('-');
  const [from, to] = [WEEKDAYS.indexOf(first), WEEKDAYS.indexOf(last)];
  if (from === -1 || to < from || more.length > 0) return undefined;
  return Array.from({ length: to - from + 1 }, (_, index) => (from + index + 1) as Weekday);
};

const hoursOf = (text: string): OpeningHours | undefined => {
  const [, from = '', to = ''] = /^((?:[01]\d|2[0-3]):[0-5]\d)-((?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.exec(text) ?? [];
  return from < to ? { from, to } : undefined;
};

const inOrder = (shifts: readonly Shift[]) =>
  shifts.toSorted((a, b) => a.day - b.day || (a.hours.from < b.hours.from ? -1 : 1));

const apart = (shifts: readonly Shift[]) =>
  inOrder(shifts).every(({ day, hours }, index, all) => {
    const next = all[index + 1];
    return next?.day !== day || hours.to <= next.hours.from;
  });

const weekOf = (shifts: readonly Shift[]): Week =>
  Object.fromEntries(
    [...Map.groupBy(inOrder(shifts), ({ day }) => day)].map(([day, ofDay]) => [day, ofDay.map(({ hours }) => hours)]),
  );
