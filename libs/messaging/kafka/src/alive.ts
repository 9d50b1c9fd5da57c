import { setTimeout as delay } from 'node:timers/promises';

const BEAT = 1_000; // milliseconds

/**
 * Sends a heartbeat every `beat` milliseconds during the work. Rethrows errors of the work, and errors of a heartbeat at
 * once.
 */
export const staysAlive = async <T>(work: Promise<T>, heartbeat: () => Promise<void>, beat = BEAT): Promise<T> => {
  const waiting = new AbortController();
  const isOver = work.then(
    () => true,
    () => true,
  );
  const pause = () => delay(beat, false, { signal: waiting.signal }).catch(() => true);
  try {
    while (!(await Promise.race([isOver, pause()]))) await heartbeat();
    return await work;
  } finally {
    waiting.abort();
  }
};
