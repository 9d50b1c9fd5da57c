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

/** Together below five seconds, within which a command is answered. */
export const USUAL: Patience = { answerWithin: 2_000, patience: 2_900, firstWait: 50, longestWait: 1_000 };

/** A clock with timers, in milliseconds. */
export type Time = {
  readonly now: () => number;
  /** Returns at once when the signal aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
};

const real: Time = {
  now: () => performance.now(),
  sleep: (ms, signal) => delay(ms, undefined, signal && { signal }).catch(() => undefined),
};

export class BackOff {
  private wait = 0;

  constructor(
    private readonly waits: Pick<Patience, 'firstWait' | 'longestWait'>,
    private readonly time = real,
  ) {}

  succeeded() {
    this.wait = 0;
  }

  /** Waits, but no longer than `most`; returns at once when the signal has aborted. */
  async failed(signal?: AbortSignal, most = Infinity) {
    this.wait = Math.min(Math.max(this.wait * 2, this.waits.firstWait), this.waits.longestWait);
    await this.time.sleep(Math.min(this.wait, most), signal);
  }
}

/**
 * Retries while it fails with a temporary error; the last attempt begins when the patience ends. `over` ends the retries.
 * Throws the last error that says more than that no answer came.
 */
export const patiently = async <T>(
  work: () => Promise<T>,
  patience: Patience,
  isFinal: (error: unknown) => boolean = isRefusal,
  over?: AbortSignal,
  time = real,
): Promise<T> => {
  const end = time.now() + patience.patience;
  const backOff = new BackOff(patience, time);
  const isLast = (error: unknown) => isFinal(error) || isUntrusted(error) || over?.aborted || time.now() >= end;
  let reason: unknown;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof NoAnswer)) reason = error;
      if (isLast(error)) throw reason ?? error;
      await backOff.failed(over, end - time.now());
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
