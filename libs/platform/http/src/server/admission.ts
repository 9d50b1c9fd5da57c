import { performance } from 'node:perf_hooks';

/** `requests` is the maximum number in progress; `wait` the maximum median response time in milliseconds. */
export type AdmissionLimits = { readonly requests: number; readonly wait: number };

const WINDOW = 100; // ms
const FEWEST = 64; // concurrent requests that are always admitted, because a pause of the machine is not an overload
const LESS = 0.8;
const MORE = 1.1;

/**
 * Decides which requests are admitted, so that admitted ones are answered in time and the others are refused at once. The
 * limit shrinks while responses take longer than `wait`, because requests then wait for each other, and grows otherwise.
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

  /** The time since which a request has been waiting, for `leave` when it is answered; `undefined` if it is refused. */
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

  /** A request read late in a turn of the event loop has been waiting since the start of the turn. */
  private thisTurn() {
    if (!this.turn) {
      this.turn = { began: this.now(), begun: 0 };
      setImmediate(() => (this.turn = undefined)); // runs after all pending requests have been read
    }
    return this.turn;
  }
}
