import fc from 'fast-check';
import type { BusinessCalendar } from './business-calendar.js';
import { addBusinessMinutes, businessMinutesBetween } from './business-hours.js';

const spans = [
  [{ from: '09:00', to: '17:00' }],
  [{ from: '00:00', to: '24:00' }],
  [
    { from: '22:00', to: '24:00' },
    { from: '00:00', to: '02:30' },
  ],
  [
    { from: '02:30', to: '03:30' },
    { from: '08:15', to: '12:00' },
  ],
];
const weekdays = [[1], [1, 2, 3, 4, 5], [6, 7], [1, 2, 3, 4, 5, 6, 7]];
const calendars: fc.Arbitrary<BusinessCalendar> = fc.record({
  timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Shanghai', 'America/Havana', 'Australia/Lord_Howe'),
  week: fc
    .record({ days: fc.constantFrom(...weekdays), hours: fc.constantFrom(...spans) })
    .map(({ days, hours }) => Object.fromEntries(days.map((day) => [day, hours]))),
  holidays: fc.subarray(['2026-01-01', '2026-03-29', '2026-10-25', '2026-11-01']),
});
const instants = fc.date({ min: new Date('2025-12-01'), max: new Date('2027-01-31'), noInvalidDate: true });
const minutes = fc.integer({ min: 0, max: 20_000 });

it('what was added lies between', () =>
  fc.assert(
    fc.property(calendars, instants, minutes, (calendar, start, added) => {
      expect(businessMinutesBetween(calendar, start, addBusinessMinutes(calendar, start, added))).toBe(added);
    }),
  ));

it('adding twice is adding the sum', () =>
  fc.assert(
    fc.property(calendars, instants, minutes, minutes, (calendar, start, first, second) => {
      const twice = addBusinessMinutes(calendar, addBusinessMinutes(calendar, start, first), second);
      expect(twice).toEqual(addBusinessMinutes(calendar, start, first + second));
    }),
  ));

it('parts add up to the whole', () =>
  fc.assert(
    fc.property(calendars, instants, instants, instants, (calendar, a, b, c) => {
      const parts = businessMinutesBetween(calendar, a, b) + businessMinutesBetween(calendar, b, c);
      expect(parts).toBeCloseTo(businessMinutesBetween(calendar, a, c), 6);
    }),
  ));
