import { setTimeout as delay } from 'node:timers/promises';
import { isRefusal, isUntrusted, NoAnswer } from './failures.js';

/** Milliseconds. */
export type Patience = {
  /** Time limit of one answer. */
  readonly answerWithin: number;
  /** How long a failing call is retried before its error is thrown. */
  readonly patience: number;
  /** The first wait between two attempts, doubled after each further one up to `longestWait`. */
  readonly firstWait: number;
  readonly longestWait: number;
};

export class BackOff {
  private wait = 0;

  constructor(private readonly waits: Pick<Patience, 'firstWait' | 'longestWait'>) {}

  succeeded() {
    this.wait = 0;
  }

  /** Waits; returns at once when the signal has aborted. */
  async failed(signal?: AbortSignal) {
    this.wait = Math.min(Math.max(this.wait * 2, this.waits.firstWait), this.waits.longestWait);
    await delay(this.wait, undefined, signal && { signal }).catch(() => undefined);
  }
}

/** Retries while it fails with a temporary error. `over` ends the retries. Throws the last error that says more than that no answer came. */
export const patiently = async <T>(
  work: () => Promise<T>,
  patience: Patience,
  isFinal: (error: unknown) => boolean = isRefusal,
  over?: AbortSignal,
): Promise<T> => {
  const end = performance.now() + patience.patience;
  const backOff = new BackOff(patience);
  const isLast = (error: unknown) => isFinal(error) || isUntrusted(error) || over?.aborted || performance.now() > end;
  let reason: unknown;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NoAnswer)) reason = error;
      if (isLast(error)) throw reason ?? error;
      await backOff.failed(over);
    }
  }
};

/** Throws `NoAnswer` when the answer takes longer; it may still arrive. */
export const within = async <T>(milliseconds: number, answer: Promise<T>): Promise<T> => {
  const silence = Promise.withResolvers<never>();
  const timer = setTimeout(() => silence.reject(new NoAnswer(milliseconds)), milliseconds);
  return Promise.race([answer, silence.promise]).finally(() => clearTimeout(timer));
};

/** `undefined` as soon as the signal aborts. */
export const unless = async <T>(signal: AbortSignal, work: Promise<T>): Promise<T | undefined> => {
  const over = Promise.withResolvers<undefined>();
  const tell = () => over.resolve(undefined);
  if (signal.aborted) tell();
  signal.addEventListener('abort', tell);
  return Promise.race([work, over.promise]).finally(() => signal.removeEventListener('abort', tell));
};
