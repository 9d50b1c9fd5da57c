import { DateTime } from 'luxon';
import { BadValue, finding } from './bad-value.js';
import type { FileSpec } from './mapping.js';

type Formats = string | readonly string[] | undefined;

/** Parses a date or a time in one of the formats; ISO 8601 if none is given. Throws `BadValue`. */
const reader = (formats: Formats, { dates, zone }: Pick<FileSpec, 'dates' | 'zone'>) => {
  const wanted = [formats ?? dates ?? []].flat();
  const parsers = wanted.map((format) => DateTime.buildFormatParser(format, { locale: 'en' }));
  return (text: string): DateTime => {
    const readings =
      parsers.length === 0
        ? [DateTime.fromISO(text, { zone })]
        : parsers.map((parser) => DateTime.fromFormatParser(text, parser, { zone, locale: 'en' }));
    const valid = readings.find(({ isValid }) => isValid);
    if (!valid) throw new BadValue(finding('BadDate', { text, formats: wanted.length > 0 ? wanted : ['ISO 8601'] }));
    return valid;
  };
};

/** The day, `2026-01-31`. */
export const dayReader = (formats: Formats, spec: Pick<FileSpec, 'dates' | 'zone'>) => {
  const read = reader(formats, spec);
  return (text: string): string => read(text).toISODate()!;
};

/** The instant in the format of `toISOString()`; for a day, its start in the time zone of the file. */
export const instantReader = (formats: Formats, spec: Pick<FileSpec, 'dates' | 'zone'>) => {
  const read = reader(formats, spec);
  return (text: string): string => read(text).toJSDate().toISOString();
};

/** The day `months` months before another. */
export const monthsBefore = (day: string) => {
  const from = DateTime.fromISO(day, { zone: 'utc' });
  return (months: number): string => from.minus({ months }).toISODate()!;
};
