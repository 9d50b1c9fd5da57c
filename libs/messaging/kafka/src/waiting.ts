import { longerThan, troubleOf } from './back-off.js';
import type { Place } from './place.js';

const MOST = 5_000; // milliseconds

/** A partition whose next message fails; it is tried again. */
export type Waits = Place & { readonly offset: string; readonly trouble: string };

type Kept = Waits & { readonly wait: number; readonly timer?: NodeJS.Timeout; readonly resume?: () => void };

/** Partitions that wait because a message fails, each for a growing time, as long as they are given out as they are. */
export class Waiting {
  private readonly kept = new Map<string, Kept>();
  private isOver = false;

  /** The partitions that wait now. */
  get all(): readonly Waits[] {
    return [...this.kept.values()].map(({ topic, partition, offset, trouble }) => ({
      topic,
      partition,
      offset,
      trouble,
    }));
  }

  failed(place: Place, offset: string, error: unknown) {
    const wait = longerThan(this.kept.get(nameOf(place))?.wait ?? 0, MOST);
    this.kept.set(nameOf(place), { ...place, offset, trouble: troubleOf(error), wait });
  }

  succeeded(place: Place) {
    this.kept.delete(nameOf(place));
  }

  /** Calls `resume` after the wait of the partition. */
  later(place: Place, resume: () => void) {
    const kept = this.kept.get(nameOf(place));
    if (this.isOver || !kept) return resume();
    this.kept.set(nameOf(place), { ...kept, resume, timer: setTimeout(resume, kept.wait) });
  }

  /** Resumes all: the partitions may belong to other processes now, and one that is paused here stays paused otherwise. */
  end() {
    this.isOver = true;
    for (const { timer, resume } of this.kept.values()) {
      clearTimeout(timer);
      resume?.();
    }
    this.kept.clear();
  }
}

const nameOf = ({ topic, partition }: Place) => `${topic}/${partition}`;
