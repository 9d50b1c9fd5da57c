import { PATIENCE } from '@annals/testing';
import { setTimeout as delay } from 'node:timers/promises';

/** Returns once it holds. Throws an error that says `what` never came. */
export const comes = async (what: string, holds: () => Promise<boolean>) => {
  const end = performance.now() + PATIENCE;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`It never came: ${what}.`);
    await delay(50);
  }
};
