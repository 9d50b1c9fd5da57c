import type { QuietHours } from '@annals/contracts-customers';

/** The time of day in the time zone, such as `21:30`. */
export const clockAt = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);

export const isQuiet = ({ from, to, timeZone }: QuietHours, at: Date): boolean => {
  const clock = clockAt(at, timeZone);
  const spansMidnight = from > to;
  return spansMidnight ? clock >= from || clock < to : clock >= from && clock < to;
};
