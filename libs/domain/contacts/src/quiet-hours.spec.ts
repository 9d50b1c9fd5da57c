import fc from 'fast-check';
import { clockAt, isQuiet, quietUntil } from './quiet-hours.js';

const utc = (from: string, to: string) => ({ from, to, timeZone: 'UTC' });
const at = (clock: string) => new Date(`2026-01-05T${clock}:00Z`);

it.each([
  ['09:00', '17:00', '08:59', false],
  ['09:00', '17:00', '09:00', true],
  ['09:00', '17:00', '16:59', true],
  ['09:00', '17:00', '17:00', false],
  ['21:00', '08:00', '20:59', false],
  ['21:00', '08:00', '23:59', true],
  ['21:00', '08:00', '00:00', true],
  ['21:00', '08:00', '07:59', true],
  ['21:00', '08:00', '08:00', false],
])('from %s to %s, %s is quiet: %s', (from, to, clock, quiet) => expect(isQuiet(utc(from, to), at(clock))).toBe(quiet));

it.each([
  ['2026-01-05T16:05:00Z', 'Asia/Shanghai', '00:05'],
  ['2026-01-05T03:45:00Z', 'Asia/Kathmandu', '09:30'],
  ['2026-03-29T00:59:00Z', 'Europe/Berlin', '01:59'],
  ['2026-03-29T01:00:00Z', 'Europe/Berlin', '03:00'],
])('at %s the clock in %s shows %s', (instant, timeZone, clock) =>
  expect(clockAt(new Date(instant), timeZone)).toBe(clock),
);

const clock = fc
  .tuple(fc.nat({ max: 23 }), fc.nat({ max: 59 }))
  .map((parts) => parts.map((part) => `${part}`.padStart(2, '0')).join(':'));
const instant = fc.date({ min: new Date('1990-01-01'), max: new Date('2050-01-01'), noInvalidDate: true });
const timeZone = fc.constantFrom('UTC', 'Asia/Shanghai', 'America/St_Johns', 'Europe/Berlin', 'Pacific/Auckland');

it('is quiet either from one time to another or the other way round', () =>
  fc.assert(
    fc.property(clock, clock, timeZone, instant, (from, to, zone, moment) => {
      fc.pre(from !== to);
      const night = isQuiet({ from, to, timeZone: zone }, moment);
      const day = isQuiet({ from: to, to: from, timeZone: zone }, moment);
      expect(night).toBe(!day);
    }),
  ));

it('ends when the clock shows the end, and not before', () =>
  fc.assert(
    fc.property(clock, clock, timeZone, instant, (from, to, zone, moment) => {
      const hours = { from, to, timeZone: zone };
      fc.pre(from !== to && isQuiet(hours, moment));
      const end = quietUntil(hours, moment);
      expect(end.getTime()).toBeGreaterThan(moment.getTime());
      expect(end.getTime() - moment.getTime()).toBeLessThanOrEqual(26 * 3_600_000);
    }),
  ));

it.each([
  ['2026-01-05T13:30:10Z', '21:00', '08:00', 'Asia/Shanghai', '2026-01-06T00:00:00Z'],
  ['2026-03-28T21:00:00Z', '21:00', '08:00', 'Europe/Berlin', '2026-03-29T06:00:00Z'],
  ['2026-10-24T21:00:00Z', '21:00', '08:00', 'Europe/Berlin', '2026-10-25T07:00:00Z'],
])('at %s, quiet hours from %s to %s in %s end at %s', (at, from, to, zone, end) =>
  expect(quietUntil({ from, to, timeZone: zone }, new Date(at))).toEqual(new Date(end)),
);
