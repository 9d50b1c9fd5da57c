import { Closed } from './failures.js';

/** Calls of a log that may be closed while they are under way. */
export class Calls {
  private readonly closing = new AbortController();
  private readonly underWay = new Set<Promise<unknown>>();

  /** Aborts when no further calls are taken. */
  get over(): AbortSignal {
    return this.closing.signal;
  }

  /** Throws `Closed` instead of beginning after the end. */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.over.aborted) throw new Closed();
    const call = work();
    this.underWay.add(call);
    return call.finally(() => this.underWay.delete(call));
  }

  /** Returns when the calls under way have ended. */
  async end(): Promise<void> {
    this.closing.abort();
    await Promise.allSettled(this.underWay);
  }
}
