import { oneStep } from '../test/desk.js';
import { parseMapping, type MappingError } from './index.js';

describe('before anything is done, a mapping is refused with', () => {
  const problemsOf = (json: unknown): readonly string[] => {
    try {
      parseMapping(json);
      return [];
    } catch (error) {
      return (error as MappingError).problems;
    }
  };

  it.each([
    ['yyyy-mm-dd', 'files.rows.dates: "yyyy-mm-dd": it has no month: "mm" means minutes, write months as "MM"'],
    ['YYYY-MM-DD', 'files.rows.dates: "YYYY-MM-DD": "YYYY" is not a part of a date or a time; write years as "yyyy"'],
    ['DD.MM.yyyy', 'files.rows.dates: "DD.MM.yyyy": "DD" is not a part of a date or a time; write days as "dd"'],
    ['MM/yyyy', 'files.rows.dates: "MM/yyyy": it has no day'],
    ['dd.MM.', 'files.rows.dates: "dd.MM.": it has no year'],
    ['dd yyyy', 'files.rows.dates: "dd yyyy": it has no month'],
    ['HH:mm', 'files.rows.dates: "HH:mm": it has no year'],
    ['', 'files.rows.dates: "": it has no year'],
    ["'yyyy-MM-dd'", `files.rows.dates: "'yyyy-MM-dd'": it has no year`],
    [
      'yyyy-MM-ddTHH:mm',
      `files.rows.dates: "yyyy-MM-ddTHH:mm": "T" is not a part of a date or a time; quote it: "'T'"`,
    ],
    [
      'yyyy-MM-dd HH:MM',
      'files.rows.dates: "yyyy-MM-dd HH:MM": it has the month twice: months are "MM", minutes are "mm"',
    ],
    [
      'yyyy-MM-dd hh:mm',
      'files.rows.dates: "yyyy-MM-dd hh:mm": "hh" counts hours to 12 and needs "a"; write hours to 24 as "HH"',
    ],
    [['dd.MM.yyyy', 'MM/yyyy'], 'files.rows.dates.1: "MM/yyyy": it has no day'],
  ])('the format %j', (dates, problem) =>
    expect(problemsOf(oneStep({ id: 'id' }, { file: { dates } }))).toContain(problem),
  );

  it.each([{ date: 'yyyy-mm-dd' }, { instant: ['dd.MM.yyyy', 'yyyy-mm-dd'] }])('a transform of %j', (transform) =>
    expect(problemsOf(oneStep({ a: { column: 'a', transform } })).join()).toContain('"mm" means minutes'),
  );

  it.each([
    [{ zone: 'Mars/Base' }, 'files.rows.zone: "Mars/Base" is not a time zone such as Asia/Shanghai or utc'],
    [{ zone: '' }, 'files.rows.zone: "" is not a time zone such as Asia/Shanghai or utc'],
    [{ zone: 'local' }, 'files.rows.zone: "local" is not a time zone such as Asia/Shanghai or utc'],
    [{ thousands: '.' }, 'files.rows.thousands: "." cannot separate both decimals and thousands'],
    [{ decimal: ',', thousands: ',' }, 'files.rows.thousands: "," cannot separate both decimals and thousands'],
    [{ delimiter: '"' }, 'files.rows.quote: "\\"" cannot both delimit and quote cells'],
    [{ delimiter: '\n' }, 'files.rows.delimiter: one character that does not end a line'],
  ])('the file %j', (file, problem) => expect(problemsOf(oneStep({ id: 'id' }, { file }))).toEqual([problem]));

  it('a pattern that is not a regular expression', () => {
    const transform = { replace: '(', with: '' };
    expect(problemsOf(oneStep({ a: { column: 'a', transform } })).join()).toContain('is not a regular expression');
  });
});
