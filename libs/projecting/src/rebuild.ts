import type { DocumentStore, EventStore } from '@annals/event-sourcing';
import { alone, Announcement, type Progress } from './announcement.js';
import { catchUp } from './catch-up.js';
import { contentOf, type Content } from './content.js';
import { Sample } from './sample.js';
import { freshName } from './builds.js';
import { dropUnlessServed, dropUnserved, switchTo } from './switching.js';
import { Gathered } from './taking.js';
import { type AnyProjection, shapeOf } from './any-projection.js';
import { Track } from './track.js';

export type RebuildOptions = {
  /** Who wants it, for the report. */
  readonly actor?: string;
  readonly onProgress?: (progress: Progress) => unknown;
  /** Aborts the rebuild; the served collection stays as it is. */
  readonly signal?: AbortSignal;
  /** The most events that are taken at once, while nothing else goes on in the process; 1,000 unless told. */
  readonly batch?: number;
  /** The most documents that are kept in memory, and the most that wait to be written; 20,000 unless told. */
  readonly cached?: number;
};

/** `replaced` is what was served before; it is kept for a roll-back. */
export type Rebuilt = Content & { readonly position: number; readonly replaced?: Content | undefined };

/** What was built is not what the events say. The served collection was left as it is. */
export class RebuildFailed extends Error {}

/**
 * Builds a view from the whole log beside the served collection, checks it and switches. Throws `RebuildRunning`, `Poisoned`,
 * `RebuildFailed`, `CollectionGone` or the signal's reason; until the switch readers notice nothing.
 */
export const rebuild = (
  log: EventStore,
  store: DocumentStore,
  projection: AnyProjection,
  options: RebuildOptions = {},
): Promise<Rebuilt> =>
  alone(store, projection.name, async (lease) => {
    const target = freshName(projection, await store.collections());
    const announcement = new Announcement(store, projection.name, lease, {
      collection: target,
      startedBy: options.actor ?? 'system',
    });
    await dropUnserved(store, projection.name);
    const onProgress = async (progress: Progress) => {
      await announcement.progressed(progress);
      await options.onProgress?.(progress);
    };
    try {
      await announcement.progressed({ position: 0, head: await log.head(), documents: 0 });
      const rebuilt = await buildAndServe(log, store, projection, target, { ...options, onProgress });
      await announcement.ended();
      return rebuilt;
    } catch (error) {
      // The error tells more than a second one would, and the next rebuild removes what this leaves.
      await dropUnlessServed(store, projection.name, target).catch(() => undefined);
      await announcement.ended(error).catch(() => undefined);
      throw error;
    }
  });

/** Goes on where a build of the same name has stopped; several processes may do it at once. */
export const buildAndServe = async (
  log: EventStore,
  store: DocumentStore,
  projection: AnyProjection,
  target: string,
  { onProgress, signal, batch = 1_000, cached = 20_000 }: RebuildOptions = {},
): Promise<Rebuilt> => {
  await store.open(shapeOf(projection, target));
  const track = new Track(projection, target, cached);
  const sample = new Sample(projection);
  let whole = (await store.checkpoint(target)) === 0 && (await store.count(target)) === 0;
  const taken = sample.take.bind(sample);
  await catchUp(log, store, track, {
    signal,
    batch,
    taking: new Gathered(store, track, cached, taken),
    reached: async (position, head) => void (await onProgress?.({ position, head, documents: sample.documents })),
    moved: () => (whole = false),
  });
  if (whole) await check(store, track, sample);
  signal?.throwIfAborted();
  const replaced = await switchTo(store, projection.name, target);
  // Whoever has read the old collection last should not find the new one behind it.
  await catchUp(log, store, track, { batch });
  return {
    ...(await contentOf(store, projection, target)),
    position: track.checkpoint,
    replaced: replaced === undefined ? undefined : await contentOf(store, projection, replaced),
  };
};

const check = async (store: DocumentStore, { collection, checkpoint }: Track, sample: Sample) => {
  const difference = await sample.difference(store, collection);
  const isOurs = (await store.checkpoint(collection)) === checkpoint; // else another process has gone on meanwhile
  if (difference && isOurs) throw new RebuildFailed(`${collection}: ${difference}`);
};
