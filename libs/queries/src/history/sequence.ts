import type { EventPlace, FoldedViews } from '@annals/event-sourcing';

/** Where an event of a customer lies, and its times in milliseconds. */
export type Entry = EventPlace & {
  readonly id: string;
  readonly type: string;
  readonly recordedAt: number;
  readonly occurredAt: number;
};

/** The views after the first `count` events. */
type Snapshot = { readonly count: number; readonly views: FoldedViews; readonly bytes: number };

const ENTRY = 128; // bytes
const CHARACTER = 2; // bytes

/** The events of a customer in one order, with snapshots of the views on the way. Both may only grow at the end. */
export class Sequence {
  private snapshots: Snapshot[] = [];

  /** A snapshot is due after each `every` events. */
  constructor(
    private every: number,
    readonly entries: Entry[] = [],
  ) {}

  /** The last snapshot of no more than the first `count` events. */
  before(count: number): Snapshot | undefined {
    return this.snapshots.findLast((snapshot) => snapshot.count <= count);
  }

  /** What lies between two events, cut where snapshots are due. */
  *stretches(from: number, to: number): Generator<{ readonly from: number; readonly to: number }> {
    for (let at = from; at < to;) {
      const next = Math.min(to, (Math.floor(at / this.every) + 1) * this.every);
      yield { from: at, to: next };
      at = next;
    }
  }

  /** Keeps the views after the first `count` events if a snapshot is due there; they must not change from then on. */
  keep(count: number, views: FoldedViews): boolean {
    if (count % this.every > 0 || count <= (this.snapshots.at(-1)?.count ?? 0)) return false;
    this.snapshots.push({ count, views, bytes: views.grown() * CHARACTER });
    return true;
  }

  /** Leaves every second snapshot out, and makes the next ones at twice the distance; false if there is none. */
  thin(): boolean {
    if (this.snapshots.length === 0) return false;
    this.every *= 2;
    this.snapshots = this.snapshots.filter(({ count }) => count % this.every === 0);
    return true;
  }

  /** The same events and others among them; keeps the snapshots of what is before all of the others. */
  with(others: readonly Entry[], order: (a: Entry, b: Entry) => number): Sequence {
    const first = others.toSorted(order)[0];
    if (!first) return this;
    const place = upperBound(this.entries, (entry) => order(entry, first) < 0);
    const next = new Sequence(this.every, [
      ...this.entries.slice(0, place),
      ...[...this.entries.slice(place), ...others].toSorted(order),
    ]);
    next.snapshots = this.snapshots.filter(({ count }) => count <= place);
    return next;
  }

  /** A rough sum of what it holds in memory. */
  get bytes(): number {
    return this.entries.length * ENTRY + this.snapshots.reduce((sum, { bytes }) => sum + bytes, 0);
  }
}

/** The events that count at a moment: the first `count` of a sequence, and others that follow. */
export type Counted = {
  readonly sequence: Sequence;
  readonly count: number;
  readonly others: readonly Entry[];
  /** The last of them. */
  readonly last: Entry | undefined;
  /** When the one that occurred last of them occurred; minus infinity without any. */
  readonly latest: number;
};

/** Where a walk over events begins, those that it passes, in order, and the last event that counts where it ends. */
export type Stretch = {
  readonly since: Counted;
  readonly entries: readonly Entry[];
  readonly last: Entry | undefined;
};

/** How many leading values hold, in steps of halves: those that hold come first. */
export const upperBound = <T>(values: readonly T[], holds: (value: T) => boolean): number => {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(values[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
};
