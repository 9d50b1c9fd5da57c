import fc from 'fast-check';
import { DateTime, FixedOffsetZone } from 'luxon';
import { bodyOf } from '../test/desk.js';
import { dayReader, instantReader } from './dates.js';

const utc = { dates: undefined, zone: 'utc' };
const read = (transform: unknown, text: string, file = {}) =>
  bodyOf({ a: { column: 'a', transform } }, `1,"${text}",x`, { file });

describe('a date without a format', () => {
  it.each([
    ...['12:30', '12', '08', '10-05', '24:00', '1234', '0830', '2026031', '2026', '2026-05', '202605', '--05-10'],
    ...[
      '2026-W05',
      '2026-W05-1',
      '2026W051',
      '2026-031',
      '20260315',
      'T12:30',
      '2026-1-5',
      '2026-01-05T',
      '2026-01-05Z',
    ],
    ...[
      '2026-01-05T10',
      '2026-01-05T24:00',
      '2026-01-05T10:00:60',
      '2026-01-05T10:00+25:00',
      '26-01-05',
      '+002026-01-05',
    ],
    ...['2026-02-30', '2026-01-05T10:00:00[Asia/Shanghai]', '45292', '2026-01-05 10:00 Uhr'],
  ])('is not read from %s', async (text) => {
    expect(await read('date', text)).toEqual(['error a BadDate']);
    expect(await read('instant', text)).toEqual(['error a BadDate']);
  });

  it.each([
    ['1990-05-01T00:00:00+08:00', '1990-05-01', '1990-04-30T16:00:00.000Z'],
    ['1990-05-01T23:30:00-05:00', '1990-05-01', '1990-05-02T04:30:00.000Z'],
    ['1990-05-01T00:00:00Z', '1990-05-01', '1990-05-01T00:00:00.000Z'],
    ['1990-05-01T07:00', '1990-05-01', '1990-04-30T22:00:00.000Z'],
    ['1990-05-01 07:00:00,5', '1990-05-01', '1990-04-30T22:00:00.500Z'],
    ['1990-05-01', '1990-05-01', '1990-04-30T15:00:00.000Z'],
  ])('is the local day, and the instant, of %s', async (text, day, instant) => {
    const file = { zone: 'Asia/Tokyo' };
    expect(await read('date', text, file)).toEqual({ a: day });
    expect(await read('instant', text, file)).toEqual({ a: instant });
  });

  it('is the day that was written, whatever the offset', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1900-01-02'), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.integer({ min: -14 * 60, max: 14 * 60 }),
        (instant, offset) => {
          const written = DateTime.fromJSDate(instant).setZone(FixedOffsetZone.instance(offset));
          expect(dayReader(undefined, utc)(written.toISO()!)).toBe(written.toISODate());
          expect(instantReader(undefined, utc)(written.toISO()!)).toBe(instant.toISOString());
        },
      ),
    ));
});

describe('a date with a format', () => {
  it.each([
    ['yyyy-MM-dd HH:mm ZZ', '1990-05-01 00:00 +08:00', '1990-05-01'],
    ["yyyy-MM-dd'T'HH:mm", '1990-05-01T10:00', '1990-05-01'],
    ['d.M.yyyy', '1.5.1990', '1990-05-01'],
    ['dd-MMM-yyyy', '01-May-1990', '1990-05-01'],
    ['yyyy年M月d日', '1990年5月1日', '1990-05-01'],
    ['yyyyMMdd', '19900501', '1990-05-01'],
    ['MM/dd/yyyy hh:mm a', '05/01/1990 11:00 PM', '1990-05-01'],
  ])('%s reads %s', async (date, text, day) => expect(await read({ date }, text)).toEqual({ a: day }));

  it.each([
    ['yyyy-MM-dd HH:mm', '1990-05-01 24:00'],
    ['dd/MM/yy', '15/03/155'],
    ['dd/MM/yy', '15/03/1955'],
    ['dd/MM/yy', '15/03/2055'],
    ['dd/MM/yy', '29/02/55'],
    ['dd.MM.yyyy', '01.05.90'],
    ['dd.MM.yyyy', '31.04.1990'],
  ])('%s does not read %s', async (date, text) => expect(await read({ date }, text)).toEqual(['error a BadDate']));
});

describe('a two-digit year', () => {
  const now = DateTime.utc();
  const short = (date: DateTime) => date.toFormat('dd/MM/yy');

  it.each([
    ['15/03/55', '1955-03-15'],
    ['01/01/00', '2000-01-01'],
    ['31/12/99', '1999-12-31'],
    ['29/02/96', '1996-02-29'],
  ])('is the latest that is not after today: %s is %s', (text, day) =>
    expect(dayReader('dd/MM/yy', utc)(text)).toBe(day),
  );

  it('is never in the future, and less than a century ago', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 36_000 }), (days) => {
        const day = now.minus({ days }).startOf('day');
        expect(dayReader('dd/MM/yy', utc)(short(day))).toBe(day.toISODate());
      }),
    ));

  it('of tomorrow is a century ago, unless the mapping expects dates ahead', () => {
    const tomorrow = now.plus({ days: 1 });
    expect(dayReader('dd/MM/yy', utc)(short(tomorrow))).toBe(tomorrow.minus({ years: 100 }).toISODate());
    expect(dayReader('dd/MM/yy', utc, 1)(short(tomorrow))).toBe(tomorrow.toISODate());
  });

  it('can be expected ahead by a transform', async () => {
    const ahead = now.plus({ years: 3 }).startOf('year');
    expect(await read({ date: 'dd/MM/yy', yearsAhead: 10 }, short(ahead))).toEqual({ a: ahead.toISODate() });
  });
});
