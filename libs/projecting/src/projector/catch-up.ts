import {
  CheckpointConflict,
  eventAt,
  type EventStore,
  type RecordedEvent,
  typesOf,
  type ViewStore,
} from '@annals/event-sourcing';
import { setImmediate } from 'node:timers/promises';
import { BatchByBatch, type BatchWriter } from './batch-writer.js';
import { isReplaced, openEnd } from './log-end.js';
import { NO_LOG, rememberOrigin } from './origin.js';
import { readBeside, type Track } from './track.js';

/** The collection was removed while it was being written. */
export class CollectionGone extends Error {
  constructor(readonly collection: string) {
    super(`${collection} has been removed by somebody else.`);
  }
}

/** The log was replaced by another one, or an older state of it, while it was read. */
export class LogReplaced extends Error {
  constructor(readonly collection: string) {
    super(`The log has been replaced while ${collection} was computed from it.`);
  }
}

export type CatchUpOptions = {
  readonly signal?: AbortSignal | undefined;
  /** Maximum number of events in a batch. */
  readonly batch: number;
  readonly writer?: BatchWriter;
  readonly reached?: (position: number, head: number) => void | Promise<void>;
  /** Another process has written to the collection as well, so the events applied here are not all of them. */
  readonly moved?: () => void;
};

/**
 * Brings one track, reading only its own event types, to within a batch of the end of the log. Throws `Poisoned`,
 * `CollectionGone`, the reason of the signal and errors of the stores; a later call continues from there.
 */
export const catchUp = async (log: EventStore, store: ViewStore, track: Track, options: CatchUpOptions) => {
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

const readTo = async (log: EventStore, store: ViewStore, track: Track, head: number, options: CatchUpOptions) => {
  const { batch, signal, reached, writer = new BatchByBatch(store, track) } = options;
  const types = typesOf(track.projection);
  let last = head;
  let taken: RecordedEvent | undefined;
  for await (const events of log.readAll(track.checkpoint, { types, batch, unreadable: true })) {
    signal?.throwIfAborted();
    await writer.take(events);
    taken = events.at(-1)!;
    const { position } = taken;
    last = Math.max(last, position);
    await reached?.(position, last);
    await setImmediate(); // lets other work run, because stores may answer without waiting
  }
  if (taken) await requireSameLog(log, store, track, taken);
  // All events of the view's types are applied; the rest does not concern it.
  await writer.finish(last, last > track.checkpoint ? await eventAt(log, last) : undefined);
  await reached?.(last, last);
};

const requireSameLog = async (log: EventStore, store: ViewStore, { collection }: Track, taken: RecordedEvent) => {
  if (!(await isReplaced(log, taken))) return;
  await rememberOrigin(store, collection, NO_LOG);
  throw new LogReplaced(collection);
};

const takeStoredPlace = async (store: ViewStore, track: Track) => {
  const beside = await readBeside(store);
  const checkpoint = beside.checkpoints.get(track.ledger);
  if (checkpoint === undefined) throw new CollectionGone(track.collection);
  await openEnd(store);
  await track.place(store, { collection: track.collection, checkpoint }, beside);
};
