import { setTimeout as delay } from 'node:timers/promises';

/** Returns after the delay in milliseconds, or at once when the signal aborts. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const sleep: Sleep = (ms, signal) => delay(ms, undefined, { signal }).catch(() => undefined);
