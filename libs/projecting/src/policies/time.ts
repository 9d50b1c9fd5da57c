import { setTimeout as delay } from 'node:timers/promises';

/** A clock with timers. */
export type Time = {
  readonly now: () => Date;
  /** Returns after the delay in milliseconds, or at once when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
};

export const realTime: Time = {
  now: () => new Date(),
  sleep: async (ms, signal) => delay(ms, undefined, { signal, ref: false }).catch(() => undefined),
};
