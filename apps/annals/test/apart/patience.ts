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
