import type { ImmutableMap } from '@annals/event-sourcing';

/** How many contacts were made at each instant, by the instant as `toISOString()` writes it. */
export type Times = ImmutableMap<number>;

/** At most `contacts` in any `days` days. */
export type Cap = { readonly contacts: number; readonly days: number };

const DAY = 86_400_000; // ms

/**
 * How many others there are at most in one period of the cap that a contact at this moment falls into, in milliseconds,
 * whichever of them was recorded first. `allowedFrom` is when one more is possible if no other is made; `null` for never.
 */
export const others = (times: Times, { contacts, days }: Cap, at: number) => {
  const period = days * DAY;
  const near = around(times, at, period);
  const ends = [at, ...near.filter((time) => time > at)];
  const last = near[near.length - contacts];
  return { most: mostIn(near, period, ends), allowedFrom: last === undefined ? null : new Date(last + period) };
};

/** In one step for each time and each end. */
const mostIn = (times: readonly number[], period: number, ends: readonly number[]): number => {
  let [first, after, most] = [0, 0, 0];
  for (const end of ends) {
    while (after < times.length && times[after]! <= end) after += 1;
    while (first < after && times[first]! <= end - period) first += 1;
    most = Math.max(most, after - first);
  }
  return most;
};

/** In order. A contact exactly one period earlier or later is in no period with it. */
const around = (times: Times, at: number, period: number): readonly number[] =>
  times
    .between(textOf(at - period + 1), textOf(at + period - 1))
    .flatMap(([time, count]) => Array.from({ length: count }, () => Date.parse(time)));

const textOf = (time: number) => new Date(time).toISOString();

/** Also counts this one. */
export const withTime = (times: Times, time: string): Times => {
  const instant = new Date(time).toISOString();
  return times.with(instant, (times.get(instant) ?? 0) + 1);
};
