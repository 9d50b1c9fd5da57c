import { DateTime } from 'luxon';

type Unit = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

const UNITS: Readonly<Record<Unit, readonly string[]>> = {
  year: ['yyyy', 'yy'],
  month: ['MM', 'M', 'MMM', 'MMMM', 'LL', 'L', 'LLL', 'LLLL'],
  day: ['dd', 'd'],
  hour: ['HH', 'H', 'hh', 'h'],
  minute: ['mm', 'm'],
  second: ['ss', 's'],
};

/** Parts of a format that no unit needs: fractions, half of the day, day of the week, time zone. */
const OTHERS = ['S', 'SSS', 'a', 'EEE', 'EEEE', 'ccc', 'cccc', 'Z', 'ZZ', 'ZZZ', 'z'];

const MEANT: Readonly<Record<string, string>> = {
  ...{ Y: 'write years as "yyyy"', D: 'write days as "dd"', n: 'write minutes as "mm"', T: `quote it: "'T'"` },
};

const unitOf = (part: string) => (Object.keys(UNITS) as Unit[]).find((unit) => UNITS[unit].includes(part));

/** The parts of a Luxon format: runs of the same letter outside of quotes. */
export const partsOf = (format: string): readonly string[] =>
  [...format.replace(/'[^']*(?:'|$)/g, ' ').matchAll(/([A-Za-z])\1*/g)].map(([part]) => part);

/** What is wrong with the format of a date or a time: it names no full date, a part twice, or a part that there is not. */
export const formatProblems = (format: string): readonly string[] => {
  const parts = partsOf(format);
  const units = parts.flatMap((part) => unitOf(part) ?? []);
  const unknown = parts.filter((part) => unitOf(part) === undefined && !OTHERS.includes(part));
  const missing = (['year', 'month', 'day'] as const).filter((unit) => !units.includes(unit));
  const twice = units.filter((unit, index) => units.indexOf(unit) < index);
  return [
    ...unknown.map((part) => `"${part}" is not a part of a date or a time${hint(part)}`),
    ...missing.map((unit) => `it has no ${unit}${unit === 'month' ? minutesFor(parts) : ''}`),
    ...twice.map((unit) => `it has the ${unit} twice${unit === 'month' ? ': months are "MM", minutes are "mm"' : ''}`),
    ...halfDay(parts),
  ].map((problem) => `"${format}": ${problem}`);
};

const hint = (part: string) => {
  const meant = MEANT[part.charAt(0)];
  return meant === undefined ? '' : `; ${meant}`;
};

const minutesFor = (parts: readonly string[]) =>
  parts.includes('mm') || parts.includes('m') ? ': "mm" means minutes, write months as "MM"' : '';

const halfDay = (parts: readonly string[]) => {
  const twelve = parts.find((part) => part === 'h' || part === 'hh');
  return twelve !== undefined && !parts.includes('a')
    ? [`"${twelve}" counts hours to 12 and needs "a"; write hours to 24 as "HH"`]
    : [];
};

const RUNNING_PROCESS = ['local', 'system', 'default'];

/** Whether a time zone is known, such as `Asia/Shanghai`, `utc` or `UTC+8`. */
export const isZone = (zone: string): boolean =>
  !RUNNING_PROCESS.includes(zone.toLowerCase()) && DateTime.utc().setZone(zone).isValid;
