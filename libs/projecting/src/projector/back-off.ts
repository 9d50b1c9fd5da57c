import { sleep, type Sleep } from './sleep.js';

/** Milliseconds: the first delay after an error, doubled after each further error up to `most`. */
export type Waits = { readonly first: number; readonly most: number };

/** Growing delays between attempts while an operation keeps failing, and its last error. */
export class BackOff {
  /** `undefined` when the last attempt went well. */
  trouble: string | undefined;
  private wait = 0;

  constructor(
    private readonly waits: Waits = { first: 100, most: 15_000 },
    private readonly resting: Sleep = sleep,
  ) {}

  succeeded() {
    this.trouble = undefined;
    this.wait = 0;
  }

  /** Waits; returns at once when the signal has aborted. */
  async failed(error: unknown, signal: AbortSignal) {
    this.trouble = error instanceof Error ? error.message : String(error);
    this.wait = Math.min(Math.max(this.wait * 2, this.waits.first), this.waits.most);
    await this.resting(this.wait, signal);
  }
}
