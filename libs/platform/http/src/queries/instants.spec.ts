import fc from 'fast-check';
import { daysIn } from '@annals/analytics';
import { instantIn } from './instants.js';

const read = (text: string, timeZone = 'Asia/Shanghai') => instantIn(text, daysIn(timeZone))?.toISOString();

it('reads an instant back from every way to write it', () => {
  const instants = fc.date({ min: new Date('0001-01-02'), max: new Date('9999-12-30'), noInvalidDate: true });
  const offsets = fc.integer({ min: -23 * 60, max: 23 * 60 });
  fc.assert(
    fc.property(instants, offsets, (instant, minutes) => {
      const local = new Date(instant.getTime() + minutes * 60_000).toISOString().slice(0, -1);
      const clock = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
        `${part}`.padStart(2, '0'),
      );
      expect(read(`${local}${minutes < 0 ? '-' : '+'}${clock.join(':')}`)).toBe(instant.toISOString());
    }),
  );
});

it('begins a day where the company is', () => {
  expect(read('2026-01-01')).toBe('2025-12-31T16:00:00.000Z');
  expect(read('2026-01-01', 'UTC')).toBe('2026-01-01T00:00:00.000Z');
});

it('does not depend on the zone for an instant', () => {
  expect(read('2026-01-01T07:30:00+08:00')).toBe('2025-12-31T23:30:00.000Z');
  expect(read('2026-01-01t07:30:00.5z')).toBe('2026-01-01T07:30:00.500Z');
});

it.each([
  ...[
    '20260101',
    '2026-W05',
    '2026-W05-1',
    '2026-01-01T10',
    '2026-032',
    '2026-01-01T10Z',
    '2026-01',
    '2026',
    'soon',
    '',
  ],
  ...['2026-01-01T00:00:00', '2026-01-01T10:00Z', '2026-01-01 10:00:00Z', '2026-01-01T10:00:00+08', '+002026-01-01'],
  ...['2026-02-30', '2026-02-30T00:00:00Z', '2026-13-01', '2026-01-01T24:00:00Z', '2026-01-01T10:00:00+24:00'],
  ...['2026-01-01T10:00:00+0800', ' 2026-01-01', '2026-01-01\n', '9999-12-31T23:59:59-01:00'],
])('does not read "%s"', (text) => expect(read(text)).toBeUndefined());
