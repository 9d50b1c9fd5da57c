import { setTimeout as delay } from 'node:timers/promises';

const SHARE = 3; // one third of the time is work
const LONGEST = 3; // times the shortest gap

/** Milliseconds between commits: with more work, more events share a commit and other work gets more time. */
const pauseAfter = (work: number, gather: number) => Math.min(Math.max(gather, SHARE * work), LONGEST * gather);

/** Waits for a moment of `performance.now()`, or until the signal aborts. */
const until = async (due: number, signal: AbortSignal) => {
  const wait = due - performance.now();
  if (wait > 0) await delay(wait, undefined, { signal }).catch(() => undefined);
};

/** The pauses of a lane between two commits. */
export class Pace {
  private isHurried = false;
  private pausing = new AbortController();

  constructor(
    /** Milliseconds of the shortest pause. */
    private readonly gather: number,
  ) {}

  /** A reader waits for what is in the log: the next pause, or the present one, takes no longer than the work before it. */
  hurry(): void {
    this.isHurried = true;
    this.pausing.abort();
  }

  /** After a commit whose work has begun at a moment of `performance.now()`. */
  async pause(begun: number, over: AbortSignal): Promise<void> {
    const work = performance.now() - begun;
    const due = begun + pauseAfter(work, this.gather);
    this.pausing = new AbortController();
    if (!this.isHurried) await until(due, AbortSignal.any([over, this.pausing.signal]));
    if (this.isHurried) await until(Math.min(due, begun + 2 * work), over);
    this.isHurried = false;
  }
}
