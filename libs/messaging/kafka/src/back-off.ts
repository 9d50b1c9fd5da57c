import { setTimeout as delay } from 'node:timers/promises';

const FIRST = 100; // milliseconds
const MOST = 10_000;

/** The next delay in milliseconds: the first, then twice as long each time, up to `most`. */
export const longerThan = (wait: number, most: number): number => Math.min(Math.max(wait * 2, FIRST), most);

export const troubleOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** Growing delays between attempts while an operation keeps failing, and its last error. */
export class BackOff {
  /** `undefined` when the last attempt went well. */
  trouble: string | undefined;
  /** The name of its class. */
  kind: string | undefined;
  private wait = 0;

  succeeded() {
    this.trouble = this.kind = undefined;
    this.wait = 0;
  }

  /** Waits for the next delay, capped in milliseconds; returns at once when the signal has aborted. */
  async failed(error: unknown, signal: AbortSignal, most = MOST) {
    this.trouble = troubleOf(error);
    this.kind = error instanceof Error ? error.constructor.name : undefined;
    this.wait = longerThan(this.wait, most);
    await delay(this.wait, undefined, { signal }).catch(() => undefined);
  }
}
