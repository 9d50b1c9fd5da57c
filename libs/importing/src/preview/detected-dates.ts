import { BadValue } from '../bad-value.js';
import { dayReader } from '../dates.js';

const DAYS = [
  ...['yyyy-MM-dd', 'yyyy/M/d', 'yyyy.M.d', "yyyy'年'M'月'd'日'", 'yyyyMMdd'],
  ...['d.M.yyyy', 'd/M/yyyy', 'M/d/yyyy', 'd-M-yyyy'],
];
const TIMES = ['', ' H:mm', ' H:mm:ss'];
const FORMATS = DAYS.flatMap((day) => TIMES.map((time) => `${day}${time}`));

const ISO: readonly string[] = [];
const DATED = /^\d{1,4}[-/.年]?\d{1,2}[-/.月]?\d{1,4}/;

/**
 * The formats in which the dates of a file are written, by some of its columns; none if they are ISO 8601. Where a day before
 * the month and one behind it are both possible, the day comes first.
 */
export const detectedDates = (columns: readonly (readonly string[])[]): readonly string[] => {
  const found = new Set(columns.filter(isDated).flatMap(formatsOf));
  const isIso = [...found].every((format) => format === ISO_DAY);
  return isIso ? ISO : [...found];
};

const ISO_DAY = 'yyyy-MM-dd';
const FEWEST_DIGITS = 6; // of a number that is a date

const isDated = (cells: readonly string[]) =>
  cells.length > 0 && cells.every((cell) => DATED.test(cell) && cell.length >= FEWEST_DIGITS);

/** Eight digits alone may be a code, so that all of them have to be days of this or the last century. */
const formatsOf = (cells: readonly string[]): readonly string[] => {
  if (cells.every(reads(undefined))) return [ISO_DAY];
  const format = FORMATS.find((each) => cells.every(reads(each)));
  return format === undefined || (format.startsWith('yyyyMMdd') && !cells.every(isRecent)) ? [] : [format];
};

const isRecent = (cell: string) => /^(19|20)/.test(cell);

/** Whether a cell is a date in a format, which is prepared once for all cells. */
const reads = (format: string | undefined): ((cell: string) => boolean) => {
  const read = dayReader(format, { zone: 'utc' });
  return (cell) => {
    try {
      read(cell);
      return true;
    } catch (error) {
      if (error instanceof BadValue) return false;
      throw error;
    }
  };
};
