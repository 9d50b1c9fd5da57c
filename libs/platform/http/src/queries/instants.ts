import { daysIn } from '@annals/analytics';

type Days = Pick<ReturnType<typeof daysIn>, 'startOf'>;

const DAY = /^\d{4}-\d\d-\d\d$/;
const INSTANT = /^\d{4}-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/i;

/**
 * The instant that a text stands for: a full date such as `2026-01-31` for the beginning of that day, or an instant with
 * its offset from UTC as RFC 3339 writes it; otherwise `undefined`.
 */
export const instantIn = (text: string, { startOf }: Days): Date | undefined => {
  if (!isDay(text.slice(0, 10))) return undefined;
  if (!DAY.test(text) && !INSTANT.test(text)) return undefined;
  const instant = DAY.test(text) ? startOf(text) : new Date(text.toUpperCase());
  return isWritable(instant) ? instant : undefined;
};

const anyZone = daysIn('UTC');

/** Whether `instantIn` can read a text, which does not depend on the zone. */
export const isMoment = (text: string): boolean => instantIn(text, anyZone) !== undefined;

// A date such as 2026-02-30 would be read as a day of March.
const isDay = (text: string) => {
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
};

/** Other years have no four digits, and are out of order as texts. */
const isWritable = (instant: Date) => instant.getUTCFullYear() >= 0 && instant.getUTCFullYear() <= 9999;
