import { CheckpointConflict, typesOf, type DocumentStore, type EventStore } from '@annals/event-sourcing';
import { setImmediate } from 'node:timers/promises';
import { BatchByBatch, type Taking } from './taking.js';
import type { Track } from './track.js';

/** Somebody has removed the collection while it was being written. */
export class CollectionGone extends Error {
  constructor(readonly collection: string) {
    super(`${collection} has been removed by somebody else.`);
  }
}

export type CatchUpOptions = {
  readonly signal?: AbortSignal | undefined;
  /** The most events that are taken at once. */
  readonly batch: number;
  readonly taking?: Taking;
  readonly reached?: (position: number, head: number) => void | Promise<void>;
  /** Somebody else has written, too: what was taken here is not all that there is. */
  readonly moved?: () => void;
};

/**
 * Brings one track, on its own and by its own types, to where the log ended less than a batch ago. Throws `Poisoned`,
 * `CollectionGone`, the signal's reason and what the stores throw; it can go on from there later.
 */
export const catchUp = async (log: EventStore, store: DocumentStore, track: Track, options: CatchUpOptions) => {
  let head: number;
  do {
    await takeStoredPlace(store, track);
    head = await log.head();
    try {
      await readTo(log, store, track, head, options);
    } catch (error) {
      if (!(error instanceof CheckpointConflict)) throw error;
      options.moved?.();
    }
  } while ((await log.head()) - head > options.batch || track.checkpoint < head);
};

const readTo = async (log: EventStore, store: DocumentStore, track: Track, head: number, options: CatchUpOptions) => {
  const { batch, signal, reached, taking = new BatchByBatch(store, track) } = options;
  const types = typesOf(track.projection);
  let last = head;
  for await (const events of log.readAll(track.checkpoint, { types, batch })) {
    signal?.throwIfAborted();
    await taking.take(events);
    const { position } = events.at(-1)!;
    last = Math.max(last, position);
    await reached?.(position, last);
    await setImmediate(); // stores may never wait for anything, and others want to go on
  }
  // All events of the view's types are in, so whatever else there is does not concern it.
  await taking.finish(last);
  await reached?.(last, last);
};

const takeStoredPlace = async (store: DocumentStore, track: Track) => {
  const checkpoint = await store.checkpoint(track.ledger);
  if (checkpoint === undefined) throw new CollectionGone(track.collection);
  await track.place(store, track.collection, checkpoint);
};
