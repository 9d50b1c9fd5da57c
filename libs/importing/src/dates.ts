import { DateTime } from 'luxon';
import { BadValue, finding } from './bad-value.js';
import { partsOf } from './date-format.js';
import type { FileSpec } from './mapping.js';

type Formats = string | readonly string[] | undefined;
type Settings = Pick<FileSpec, 'dates' | 'zone'>;
type Read = (text: string) => DateTime;

/** How far ahead of today a two-digit year may lie; 0 unless the mapping says otherwise. */
type YearsAhead = number | undefined;

const ISO =
  /^\d{4}-\d\d-\d\d(?:[T ](?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:[.,]\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)?)?$/;

/** Parses a full date or instant in one of the formats; ISO 8601 if none is given. Throws `BadValue`. */
const reader = (formats: Formats, { dates, zone }: Settings, yearsAhead: YearsAhead): Read => {
  const wanted = [formats ?? dates ?? []].flat();
  const readers = wanted.length === 0 ? [isoReader(zone)] : wanted.map((format) => inFormat(format, zone, yearsAhead));
  return (text) => {
    for (const read of readers) {
      const found = read(text);
      if (found.isValid) return found;
    }
    throw new BadValue(finding('BadDate', { text, formats: wanted.length > 0 ? wanted : ['ISO 8601'] }));
  };
};

const NOT_A_DATE = DateTime.invalid('not a full date');

/** `setZone` keeps the offset that the text names, so that its day is the local one. */
const isoReader =
  (zone: string): Read =>
  (text) =>
    ISO.test(text) ? DateTime.fromISO(text.replace(' ', 'T'), { zone, setZone: true }) : NOT_A_DATE;

const inFormat = (format: string, zone: string, yearsAhead = 0): Read => {
  const locale = { locale: 'en' } as const;
  const parser = DateTime.buildFormatParser(format, locale);
  const shortYear = partsOf(format).includes('yy');
  return (text) => {
    const found = DateTime.fromFormatParser(text, parser, { ...locale, zone, setZone: true });
    if (!found.isValid || isEndOfDay(text, format)) return NOT_A_DATE;
    return shortYear ? inCentury(found, text, format, yearsAhead) : found;
  };
};

const matchOf = (text: string, format: string) => DateTime.fromFormatExplain(text, format, { locale: 'en' });

/** Luxon takes 24:00 for the beginning of the next day. */
const isEndOfDay = (text: string, format: string) =>
  text.includes('24') && matchOf(text, format).result?.['hour'] === 24;

/** The latest date with these two digits that is not after today, or not more than some years ahead. */
const inCentury = (found: DateTime, text: string, format: string, yearsAhead: number): DateTime => {
  if (found.year < 1900 || hasFourDigits(text, format)) return NOT_A_DATE;
  const latest = DateTime.now().setZone(found.zone).plus({ years: yearsAhead }).endOf('day');
  const last = Math.floor(latest.year / 100) * 100 + (found.year % 100);
  const candidates = [last, last - 100].map((year) => found.set({ year }));
  return candidates.find((date) => date <= latest) ?? NOT_A_DATE;
};

/** Luxon reads two to four digits where the format says two. */
const hasFourDigits = (text: string, format: string) =>
  /\d{4}/.test(text) && (matchOf(text, format).rawMatches ?? []).slice(1).some((part) => /^\d{4}$/.test(part));

/** The day, `2026-01-31`: that of the offset in the text, or of the time zone of the file. */
export const dayReader = (formats: Formats, spec: Settings, yearsAhead?: YearsAhead) => {
  const read = reader(formats, spec, yearsAhead);
  return remembering((text: string): string => read(text).toISODate()!);
};

/** The instant in the format of `toISOString()`; for a day, its start in the time zone of the file. */
export const instantReader = (formats: Formats, spec: Settings, yearsAhead?: YearsAhead) => {
  const read = reader(formats, spec, yearsAhead);
  return remembering((text: string): string => read(text).toJSDate().toISOString());
};

/** The day `months` months before another. */
export const monthsBefore = (day: string) => {
  const from = DateTime.fromISO(day, { zone: 'utc' });
  return remembering((months: number): string => from.minus({ months }).toISODate()!);
};

const REMEMBERED = 4_000; // values, because files have the same ones again and again

/** The same function, with its last results in memory. */
const remembering = <From, To>(read: (from: From) => To): ((from: From) => To) => {
  const known = new Map<From, To>();
  return (from) => {
    const found = known.get(from);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const made = read(from);
    known.set(from, made);
    return made;
  };
};
