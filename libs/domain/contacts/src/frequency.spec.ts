import { ImmutableMap } from '@annals/event-sourcing';
import fc from 'fast-check';
import { others, withTime, type Times } from './frequency.js';

const DAY = 86_400_000; // ms
const START = Date.parse('2026-01-01T00:00:00Z');
const iso = (time: number) => new Date(time).toISOString();
const timesOf = (times: readonly number[]) =>
  times.reduce<Times>((all, time) => withTime(all, iso(time)), ImmutableMap.empty());

const anyTime = fc.integer({ min: 0, max: 60 }).map((hours) => START + hours * 6 * 3_600_000);
const anyTimes = fc.array(anyTime, { maxLength: 30 });
const anyCap = fc.record({ contacts: fc.integer({ min: 1, max: 5 }), days: fc.integer({ min: 1, max: 9 }) });

it('finds the fullest period, as one who looks at every period', () =>
  fc.assert(
    fc.property(anyTimes, anyTime, anyCap, (times, at, cap) => {
      const ends = [at, ...times].filter((end) => end >= at && end - cap.days * DAY < at);
      const inPeriod = (end: number) => times.filter((time) => time > end - cap.days * DAY && time <= end).length;
      expect(others(timesOf(times), cap, at).most).toBe(Math.max(...ends.map(inPeriod)));
    }),
  ));

it('does not depend on the order of recording', () =>
  fc.assert(
    fc.property(anyTimes, anyTime, anyCap, (times, at, cap) =>
      expect(others(timesOf(times.toReversed()), cap, at)).toEqual(others(timesOf(times), cap, at)),
    ),
  ));

it('says from when on one more is possible', () =>
  fc.assert(
    fc.property(anyTimes, anyCap, (times, cap) => {
      const at = Math.max(START, ...times);
      const { most, allowedFrom } = others(timesOf(times), cap, at);
      if (most < cap.contacts) return;
      expect(others(timesOf(times), cap, allowedFrom!.getTime()).most).toBeLessThan(cap.contacts);
      expect(others(timesOf(times), cap, allowedFrom!.getTime() - 1).most).toBeGreaterThanOrEqual(cap.contacts);
    }),
  ));

it('never ends for a cap of none', () =>
  expect(others(timesOf([START]), { contacts: 0, days: 7 }, START)).toEqual({ most: 1, allowedFrom: null }));
