import { setTimeout as delay } from 'node:timers/promises';

const BEAT = 1_000; // milliseconds

/**
 * Gives a sign of life every `beat` milliseconds while work goes on. Throws what the work throws, and at once what a sign of
 * life throws.
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
