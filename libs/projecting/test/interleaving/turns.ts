type Waiting = { readonly label: string; readonly go: () => void };

/** Calls that wait for their turn, and an order of turns that a seed decides. */
export class Turns {
  /** The last turns, for the message of a failed test. */
  readonly past: string[] = [];
  private readonly waiting: Waiting[] = [];

  constructor(private seed: number) {}

  get count(): number {
    return this.waiting.length;
  }

  /** Returns when it is the turn of this call. */
  wait(label: string): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.waiting.push({ label, go: () => resolve() });
    return promise;
  }

  /** Gives one call its turn. */
  next() {
    const [{ label, go }] = this.waiting.splice(this.random() % this.waiting.length, 1) as [Waiting];
    this.past.push(label);
    if (this.past.length > 60) this.past.shift();
    go();
  }

  // Mulberry32
  private random() {
    this.seed = (this.seed + 0x6d2b79f5) | 0;
    const mixed = Math.imul(this.seed ^ (this.seed >>> 15), 1 | this.seed);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (again ^ (again >>> 14)) >>> 0;
  }
}
