import { performance } from 'node:perf_hooks';

/** `requests` is the most that are ever under way at once; `wait` the milliseconds that half of them may take at most. */
export type AdmissionLimits = { readonly requests: number; readonly wait: number };

const WINDOW = 100; // ms
const FEWEST = 64; // requests at once, however slow they are: a pause of the machine is no overload
const LESS = 0.8;
const MORE = 1.1;

/**
 * Says which requests are begun, so that those are answered in time and the others at once. The room shrinks while
 * answers take longer than `wait`, since then requests wait for each other, and grows while they do not.
 */
export class Admission {
  private room: number;
  private underWay = 0;
  private wasFull = false;
  private took: number[] = [];
  private windowBegan: number;
  private turn: { readonly began: number; begun: number } | undefined;

  constructor(
    private readonly limits: AdmissionLimits,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.room = limits.requests;
    this.windowBegan = now();
  }

  /** Since when a request has waited, for `leave` when it is answered; `undefined` if there is no room for it. */
  enter(): number | undefined {
    const turn = this.thisTurn();
    const isFull = this.underWay >= Math.floor(this.room);
    const isLate = turn.begun >= FEWEST && this.now() - turn.began >= this.limits.wait;
    if (isFull) this.wasFull = true;
    if (isFull || isLate) return undefined;
    turn.begun += 1;
    this.underWay += 1;
    return turn.began;
  }

  leave(since: number): void {
    this.underWay -= 1;
    const now = this.now();
    this.took.push(now - since);
    if (now - this.windowBegan >= WINDOW) this.adapt(now);
  }

  private adapt(now: number) {
    const isSlow = this.took.toSorted((a, b) => a - b)[this.took.length >> 1]! > this.limits.wait;
    if (isSlow) this.room = Math.min(this.limits.requests, Math.max(FEWEST, this.room * LESS));
    else if (this.wasFull) this.room = Math.min(this.limits.requests, this.room * MORE);
    [this.took, this.wasFull, this.windowBegan] = [[], false, now];
  }

  /** What is read late in a turn of the event loop was there, and waited, from its beginning. */
  private thisTurn() {
    if (!this.turn) {
      this.turn = { began: this.now(), begun: 0 };
      setImmediate(() => (this.turn = undefined)); // comes when everything that was there has been read
    }
    return this.turn;
  }
}
