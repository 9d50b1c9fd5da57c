import { PATIENCE } from '@annals/testing';
import { setTimeout as delay } from 'node:timers/promises';

/** Returns when `holds` is true. Throws an error that names `what` after a timeout. */
export const comes = async (what: string, holds: () => Promise<boolean>) => {
  const end = performance.now() + PATIENCE;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Timed out waiting for ${what}.`);
    await delay(50);
  }
};

const LONG = 10 * 60_000; // ms, in which an engine is away several times

/** The result of `work`, which is repeated while it fails. Throws its last error after a long time. */
export const insisted = async <T>(work: () => Promise<T>): Promise<T> => {
  const end = performance.now() + LONG;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() > end) throw error;
      await delay(200);
    }
  }
};
