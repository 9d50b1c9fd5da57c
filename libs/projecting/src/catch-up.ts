import { CheckpointConflict, typesOf } from '@annals/event-sourcing';
import type { DocumentStore, EventStore, RecordedEvent } from '@annals/event-sourcing';
import { prepare } from './batch.js';
import type { Failure, Track } from './track.js';

/** The projection threw on an event. What came before it is in. */
export class Poisoned extends Error {
  constructor(
    readonly view: string,
    readonly failure: Failure,
  ) {
    super(`${view} cannot take event ${failure.eventId} at position ${failure.position}: ${failure.message}`);
  }
}

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
  /** Hears of events that are in, and how many documents there are more than before. */
  readonly taken?: (events: readonly RecordedEvent[], born: number) => void;
  readonly reached?: (position: number, head: number) => void;
  /** Somebody else has written, too, so that not all events were `taken` here. */
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
    await readTo(log, store, track, head, options);
  } while ((await log.head()) - head > options.batch || track.checkpoint < head);
};

const readTo = async (log: EventStore, store: DocumentStore, track: Track, head: number, options: CatchUpOptions) => {
  const { batch, signal } = options;
  try {
    for await (const events of log.readAll(track.checkpoint, { types: typesOf(track.projection), batch })) {
      signal?.throwIfAborted();
      await take(store, track, events, options);
      options.reached?.(track.checkpoint, head);
    }
    await pass(store, track, head);
    options.reached?.(track.checkpoint, head);
  } catch (error) {
    if (!(error instanceof CheckpointConflict)) throw error;
    options.moved?.();
  }
};

const take = async (
  store: DocumentStore,
  track: Track,
  events: readonly RecordedEvent[],
  { taken }: CatchUpOptions,
) => {
  const { commit, failure, born, settle } = await prepare(track, store, events);
  if (commit) await store.commit([commit]);
  settle();
  if (failure) throw new Poisoned(track.view, failure);
  taken?.(events, born);
};

/** All types of the view up to `head` are in, so whatever else is there up to it does not concern the view. */
const pass = async (store: DocumentStore, track: Track, head: number) => {
  const { collection, checkpoint: expected } = track;
  if (expected >= head) return;
  await store.commit([{ collection, writes: [], checkpoint: { expected, next: head } }]);
  track.moved(head, new Map());
};

const takeStoredPlace = async (store: DocumentStore, track: Track) => {
  const checkpoint = await store.checkpoint(track.collection);
  if (checkpoint === undefined) throw new CollectionGone(track.collection);
  if (checkpoint !== track.checkpoint) track.place(track.collection, checkpoint);
};
