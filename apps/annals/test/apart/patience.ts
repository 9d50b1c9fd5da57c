import { setTimeout as delay } from 'node:timers/promises';

const LIMIT = 120_000; // ms, against a hang and not a measure of speed

/** Returns once it holds. Throws an error that says `what` never came. */
export const comes = async (what: string, holds: () => Promise<boolean>) => {
  const end = performance.now() + LIMIT;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It never came: ${what}.`);
    await delay(50);
  }
};
