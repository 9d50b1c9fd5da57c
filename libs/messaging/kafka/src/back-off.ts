import { setTimeout as delay } from 'node:timers/promises';

const FIRST = 100; // milliseconds
const MOST = 10_000;

/** Ever longer waits while something keeps failing, and what it failed with. */
export class BackOff {
  /** `undefined` when the last attempt went well. */
  trouble: string | undefined;
  private wait = 0;

  succeeded() {
    this.trouble = undefined;
    this.wait = 0;
  }

  /** Waits, at most so many milliseconds, or not at all once the signal has aborted. */
  async failed(error: unknown, signal: AbortSignal, most = MOST) {
    this.trouble = error instanceof Error ? error.message : String(error);
    this.wait = Math.min(Math.max(this.wait * 2, FIRST), most);
    await delay(this.wait, undefined, { signal }).catch(() => undefined);
  }
}
