import fc from 'fast-check';
import { dayAfter, daysIn } from './index.js';

const anyZone = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kathmandu');
const anyInstant = fc.date({ min: new Date('1980-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

it.each([
  ['Asia/Shanghai', '2026-01-01', '2025-12-31T16:00:00.000Z'],
  ['UTC', '2026-01-01', '2026-01-01T00:00:00.000Z'],
  ['America/Sao_Paulo', '2018-11-04', '2018-11-04T03:00:00.000Z'], // 00:00 was put forward to 01:00
])('in %s, %s begins at %s', (zone, day, start) => {
  expect(daysIn(zone).startOf(day).toISOString()).toBe(start);
});

it('is another day elsewhere', () => {
  const instant = new Date('2026-01-31T20:00:00Z');
  expect([daysIn('UTC').dayOf(instant), daysIn('Asia/Shanghai').dayOf(instant)]).toEqual(['2026-01-31', '2026-02-01']);
});

it('has every instant on the day that began last', () =>
  fc.assert(
    fc.property(anyZone, anyInstant, (zone, instant) => {
      const { dayOf, startOf } = daysIn(zone);
      const day = dayOf(instant);
      expect(startOf(day) <= instant).toBe(true);
      expect(dayOf(startOf(day))).toBe(day);
      expect(dayOf(new Date(startOf(day).getTime() - 1)) < day).toBe(true);
    }),
  ));

it.each([
  ['2026-01-31', '2026-02-01'],
  ['2024-02-28', '2024-02-29'],
  ['2026-12-31', '2027-01-01'],
])('the day after %s is %s', (day, next) => expect(dayAfter(day)).toBe(next));

it('refuses what is no day, and a zone that there is not', () => {
  expect(() => dayAfter('2026-02-30')).toThrow(new RangeError('2026-02-30 is no day.'));
  expect(() => daysIn('UTC').startOf('soon')).toThrow(new RangeError('soon is no day.'));
  expect(() => daysIn('Mars/Olympus')).toThrow(RangeError);
});

it('writes years with four digits', () =>
  expect(daysIn('UTC').dayOf(new Date('0123-04-05T00:00:00Z'))).toBe('0123-04-05'));

it('begins days at the same instants, however many others were asked for before', () => {
  const { startOf } = daysIn('Europe/Berlin');
  const day = (number: number) => new Date(Date.UTC(2000, 0, 1 + number)).toISOString().slice(0, 10);
  for (let number = 0; number <= 4_001; number += 1) startOf(day(number));
  expect(startOf('2000-07-01')).toEqual(daysIn('Europe/Berlin').startOf('2000-07-01'));
});
