import { getPriority, setPriority } from 'node:os';
import { platform } from 'node:process';

const BEHIND = 3; // where two threads want one processor, the one behind gets a third of it
const LAST = 19;

/**
 * Lets the other threads of the process go first where there are not enough processors for all, so that answers do not wait
 * for views. Only Linux has priorities of single threads; elsewhere it does nothing.
 */
export const goBehind = (): void => {
  if (platform === 'linux') setPriority(0, Math.min(getPriority(0) + BEHIND, LAST)); // 0 is this thread
};
