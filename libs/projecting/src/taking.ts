import type { DocumentStore, RecordedEvent } from '@annals/event-sourcing';
import { prepare } from './batch.js';
import { bornIn, failureOn, fold, idsOf, touchesOf, Unfit, writesOf } from './fold.js';
import type { Failure, Track } from './track.js';

/** The projection threw on an event. */
export class Poisoned extends Error {
  constructor(
    readonly view: string,
    readonly failure: Failure,
  ) {
    super(`${view} cannot take event ${failure.eventId} at position ${failure.position}: ${failure.message}`);
  }
}

/** How batches of events get into the store. Both throw `Poisoned` and what the store throws. */
export type Taking = {
  take(events: readonly RecordedEvent[]): Promise<void>;
  /** Whatever has been taken is in the store after it, and the log is read up to `head`. */
  finish(head: number): Promise<void>;
};

/** A commit for each batch, for a collection that is read. What came before a poisonous event is in. */
export class BatchByBatch implements Taking {
  constructor(
    private readonly store: DocumentStore,
    private readonly track: Track,
  ) {}

  async take(events: readonly RecordedEvent[]) {
    const { commit, failure, settle } = await prepare(this.track, this.store, events);
    if (commit) await this.store.commit([commit]);
    settle();
    if (failure) throw new Poisoned(this.track.view, failure);
  }

  finish(head: number) {
    return reach(this.store, this.track, head);
  }
}

/** A commit for many documents, for a collection that nobody reads: one that many events touch is written once. */
export class Gathered implements Taking {
  constructor(
    private readonly store: DocumentStore,
    private readonly track: Track,
    /** The most documents that wait to be written. */
    private readonly most: number,
    private readonly taken: (events: readonly RecordedEvent[], born: number) => void,
  ) {}

  async take(events: readonly RecordedEvent[]) {
    const { touches, unfit } = touchesOf(this.track.projection, events);
    if (unfit) throw this.poisoned(unfit);
    const held = await this.track.load(this.store, idsOf(touches));
    try {
      const changes = fold(this.track.projection, touches, held);
      for (const [id, changed] of changes) this.track.waiting.set(id, changed);
      this.taken(events, bornIn(changes, held));
    } catch (error) {
      throw this.poisoned(error);
    }
    if (this.track.waiting.size >= this.most) await this.finish(events.at(-1)!.position);
  }

  async finish(head: number) {
    const { projection, waiting } = this.track;
    try {
      await reach(this.store, this.track, head, writesOf(projection, waiting));
    } catch (error) {
      throw this.poisoned(error);
    }
  }

  private poisoned(error: unknown) {
    return error instanceof Unfit ? new Poisoned(this.track.view, failureOn(error)) : error;
  }
}

const reach = async (store: DocumentStore, track: Track, next: number, writes: ReturnType<typeof writesOf> = []) => {
  const { collection, checkpoint: expected, waiting } = track;
  if (expected >= next) return;
  await store.commit([{ collection, writes, checkpoint: { expected, next } }]);
  track.moved(next, waiting);
  waiting.clear();
};
