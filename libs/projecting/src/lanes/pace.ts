import { setTimeout as delay } from 'node:timers/promises';

const SHARE = 3; // one third of the time is work
const LONGEST = 3; // times the shortest gap

/** Milliseconds between commits: with more work, more events share a commit and other work gets more time. */
export const pauseAfter = (work: number, gather: number) => Math.min(Math.max(gather, SHARE * work), LONGEST * gather);

/** Waits for a moment of `performance.now()`, or until the signal aborts. */
export const until = async (due: number, signal: AbortSignal) => {
  const wait = due - performance.now();
  if (wait > 0) await delay(wait, undefined, { signal }).catch(() => undefined);
};
