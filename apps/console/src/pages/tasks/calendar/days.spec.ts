import { dayOf } from '../../../design/days.js';
import { daysBetween, daysOf, instantsOf, isDay, movedBy, plusDays, turned } from './days.js';

it('shows the whole weeks of a month, from Monday on', () => {
  expect(daysOf('2026-02-10', 'month')).toHaveLength(35);
  expect(daysOf('2026-02-10', 'month')[0]).toBe('2026-01-26');
  expect(daysOf('2027-02-10', 'month')).toHaveLength(28);
  expect(daysOf('2026-08-31', 'month')).toHaveLength(42);
  expect(daysOf('2026-11-29', 'week')).toEqual(expect.arrayContaining(['2026-11-23', '2026-11-29']));
  expect(daysOf('2026-11-29', 'day')).toEqual(['2026-11-29']);
});

it('turns to the same day of another month, or to its last one', () => {
  expect(turned('2026-01-31', 'month', 1)).toBe('2026-02-28');
  expect(turned('2026-01-31', 'month', -1)).toBe('2025-12-31');
  expect(turned('2026-01-31', 'week', 1)).toBe('2026-02-07');
  expect(turned('2026-01-31', 'day', -1)).toBe('2026-01-30');
});

it('moves an instant by days, at the same time of the clock', () => {
  const at = new Date(2026, 2, 28, 9, 30);
  const moved = new Date(movedBy(at.toISOString(), 2));
  expect([dayOf(moved), moved.getHours(), moved.getMinutes()]).toEqual(['2026-03-30', 9, 30]);
  expect(daysBetween('2026-03-28', dayOf(moved))).toBe(2);
  expect(daysBetween('2026-03-28', '2026-03-27')).toBe(-1);
});

it('takes no text for a day that is none', () => {
  expect(['2026-02-29', '2026-2-1', 'today', null].filter(isDay)).toEqual([]);
  expect(isDay('2028-02-29')).toBe(true);
});

it('reads from the beginning of the first day to the end of the last one', () => {
  const { from, to } = instantsOf(['2026-03-28', '2026-03-29']);
  expect([dayOf(new Date(from)), dayOf(new Date(to))]).toEqual(['2026-03-28', plusDays('2026-03-29', 1)]);
});
