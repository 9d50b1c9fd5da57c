import { setTimeout as delay } from 'node:timers/promises';

/** The clock and the timers of whatever has to wait for a moment. */
export type Time = {
  readonly now: () => Date;
  /** Returns after so many milliseconds, or at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

export const realTime: Time = {
  now: () => new Date(),
  sleep: async (ms, signal) => delay(ms, undefined, { signal, ref: false }).catch(() => undefined),
};
