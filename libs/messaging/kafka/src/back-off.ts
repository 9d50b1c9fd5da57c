import { setTimeout as delay } from 'node:timers/promises';

const FIRST = 100; // milliseconds
const MOST = 10_000;

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
    this.trouble = error instanceof Error ? error.message : String(error);
    this.kind = error instanceof Error ? error.constructor.name : undefined;
    this.wait = Math.min(Math.max(this.wait * 2, FIRST), most);
    await delay(this.wait, undefined, { signal }).catch(() => undefined);
  }
}
