import { setTimeout as delay } from 'node:timers/promises';
import { isAway, kindOf } from './failures.js';

const FIRST = 100; // milliseconds
const MOST = 10_000;

/** The next delay in milliseconds: the first, then twice as long each time, up to `most`. */
export const longerThan = (wait: number, most: number): number => Math.min(Math.max(wait * 2, FIRST), most);

export const troubleOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * Growing delays between attempts while an operation keeps failing, and its last error. A single failure is none yet if Kafka
 * has answered: it answers so while leaders change and groups are formed anew.
 */
export class BackOff {
  /** `undefined` when the last attempt went well. */
  trouble: string | undefined;
  /** What kind of failure it is: see `kindOf`. */
  kind: string | undefined;
  private wait = 0;
  private hasFailed = false;

  succeeded() {
    this.trouble = this.kind = undefined;
    this.wait = 0;
    this.hasFailed = false;
  }

  /** Waits for the next delay, capped in milliseconds; returns at once when the signal has aborted. */
  async failed(error: unknown, signal: AbortSignal, most = MOST) {
    const kind = kindOf(error);
    if (this.hasFailed || isAway(kind)) [this.trouble, this.kind] = [troubleOf(error), kind];
    this.hasFailed = true;
    this.wait = longerThan(this.wait, most);
    await delay(this.wait, undefined, { signal }).catch(() => undefined);
  }
}
