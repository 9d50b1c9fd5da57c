import type { DocumentStore, EventStore } from '@annals/event-sourcing';
import { catchUp } from './catch-up.js';
import { Sample } from './sample.js';
import { dropUnlessServed, dropUnserved, freshName } from './serving.js';
import { Gathered } from './taking.js';
import { type AnyProjection, shapeOf, Track } from './track.js';

export type Progress = { readonly position: number; readonly head: number; readonly documents: number };

export type RebuildOptions = {
  readonly onProgress?: (progress: Progress) => void;
  /** Aborts the rebuild; the served collection stays as it is. */
  readonly signal?: AbortSignal;
  /** The most events that are taken at once; 5,000 unless told. */
  readonly batch?: number;
  /** The most documents that are kept in memory, and the most that wait to be written; 20,000 unless told. */
  readonly cached?: number;
};

export type Rebuilt = { readonly collection: string; readonly position: number; readonly documents: number };

/** What was built is not what the events say. The served collection was left as it is. */
export class RebuildFailed extends Error {}

/**
 * Builds a view from the whole log beside the served collection, checks it and switches. Throws `Poisoned`, `RebuildFailed`,
 * `CollectionGone` (another rebuild of the view has begun) or the signal's reason; until the switch readers notice nothing.
 */
export const rebuild = async (
  log: EventStore,
  store: DocumentStore,
  projection: AnyProjection,
  options: RebuildOptions = {},
): Promise<Rebuilt> => {
  const target = freshName(projection, await store.collections());
  await dropUnserved(store, projection.name);
  try {
    return await buildAndServe(log, store, projection, target, options);
  } catch (error) {
    // The error tells more than a second one would, and the next rebuild removes what this leaves.
    await dropUnlessServed(store, projection.name, target).catch(() => undefined);
    throw error;
  }
};

/** Goes on where a build of the same name has stopped; several processes may do it at once. */
export const buildAndServe = async (
  log: EventStore,
  store: DocumentStore,
  projection: AnyProjection,
  target: string,
  { onProgress, signal, batch = 5_000, cached = 20_000 }: RebuildOptions = {},
): Promise<Rebuilt> => {
  await store.open(shapeOf(projection, target));
  const track = new Track(projection, target, cached);
  const sample = new Sample(projection);
  let whole = (await store.checkpoint(target)) === 0;
  const taken = sample.take.bind(sample);
  await catchUp(log, store, track, {
    signal,
    batch,
    taking: new Gathered(store, track, cached, taken),
    reached: (position, head) => onProgress?.({ position, head, documents: sample.documents }),
    moved: () => (whole = false),
  });
  if (whole) await check(store, track, sample);
  signal?.throwIfAborted();
  const old = await store.served(projection.name);
  await store.serve(projection.name, target);
  if (old !== undefined) await dropUnlessServed(store, projection.name, old);
  // No projector can write to the old collection any more, so what its readers saw last is in the log by now.
  await catchUp(log, store, track, { batch });
  return { collection: target, position: track.checkpoint, documents: await store.count(target) };
};

const check = async (store: DocumentStore, { collection, checkpoint }: Track, sample: Sample) => {
  const difference = await sample.difference(store, collection);
  const isOurs = (await store.checkpoint(collection)) === checkpoint; // else another process has gone on meanwhile
  if (difference && isOurs) throw new RebuildFailed(`${collection}: ${difference}`);
};
