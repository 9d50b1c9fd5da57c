import type { QuietHours } from '@annals/contracts-customers';

/** The time of day in the time zone, such as `21:30`. */
export const clockAt = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

export const isQuiet = ({ from, to, timeZone }: QuietHours, at: Date): boolean => {
  const clock = clockAt(at, timeZone);
  const spansMidnight = from > to;
  return spansMidnight ? clock >= from || clock < to : clock >= from && clock < to;
};

const MINUTE = 60_000; // ms
const DAY = 24 * 60; // minutes

/** The next time at which the clock shows the end of quiet hours; some other end where the clock skips that time. */
export const quietUntil = ({ from, to, timeZone }: QuietHours, at: Date): Date => {
  const start = Math.floor(at.getTime() / MINUTE) * MINUTE;
  const expected = start + after(clockAt(at, timeZone), to) * MINUTE;
  const shift = after(clockAt(new Date(expected), timeZone), to); // where clocks are put forward or back in between
  const exact = expected + (shift > DAY / 2 ? shift - DAY : shift) * MINUTE;
  return new Date(isQuiet({ from, to, timeZone }, new Date(exact)) ? expected : exact);
};

/** How many minutes pass from one time of day to another. */
const after = (one: string, other: string): number => (minutesOf(other) - minutesOf(one) + DAY) % DAY;

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
