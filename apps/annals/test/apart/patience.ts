import { PATIENCE } from '@annals/testing';
import { setTimeout as delay } from 'node:timers/promises';

/** Returns when `holds` is true. Throws an error that names `what` after a timeout. */
export const comes = async (what: string, holds: () => Promise<boolean>) => {
  const end = performance.now() + 2 * PATIENCE; // engines and processes share the machine
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Timed out waiting for ${what}.`);
    await delay(50);
  }
};

const LONG = 30 * 60_000; // ms, in which an engine is away many times
const MINUTE = 60_000; // ms

/** The result of `work`, which is repeated while it fails; says every minute why it does. Throws its last error after a long time. */
export const insisted = async <T>(work: () => Promise<T>): Promise<T> => {
  const began = performance.now();
  for (let minutes = 1; ;) {
    try {
      return await work();
    } catch (error) {
      const lasts = performance.now() - began;
      if (lasts > LONG) throw error;
      if (lasts > minutes * MINUTE) process.stdout.write(`still failing after ${minutes++} min: ${String(error)}\n`);
      await delay(200);
    }
  }
};
