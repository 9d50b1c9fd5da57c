import type { EventStore, ViewStore } from '@annals/event-sourcing';
import { alone, Announcement, type Progress } from './announcement.js';
import { checkLog } from '../faults/log-faults.js';
import { catchUp } from '../projector/catch-up.js';
import { contentOf, type Content } from './content.js';
import { rememberOrigin } from '../projector/origin.js';
import { Sample } from './sample.js';
import { freshName } from './builds.js';
import { dropUnlessServed, dropUnserved, requireTransition, switchTo, usedNames } from './cut-over.js';
import { Gathered } from '../projector/gathered.js';
import { type AnyProjection, shapeOf } from '../views/any-projection.js';
import { Track } from '../projector/track.js';

export type RebuildOptions = {
  /** The user who requested it, for the report. */
  readonly actor?: string;
  readonly onProgress?: (progress: Progress) => unknown;
  /** Aborts the rebuild; the served collection is unchanged. */
  readonly signal?: AbortSignal;
  /** Maximum number of events in a batch, which blocks the process; default 1,000. */
  readonly batch?: number;
  /** Maximum number of documents kept in memory, and of documents waiting to be written; default 20,000. */
  readonly cached?: number;
  /** The caller has just carried out `checkLog`; otherwise the rebuild begins with it. */
  readonly isChecked?: boolean;
};

/** `replaced` is the collection that was served before; it is kept for a roll-back. */
export type Rebuilt = Content & { readonly position: number; readonly replaced?: Content | undefined };

/** The built collection does not match the events. The served collection is unchanged. */
export class RebuildFailed extends Error {}

/**
 * Builds a view from the whole log beside the served collection, verifies it and switches. Readers are not affected before
 * the switch. Throws `RebuildRunning`, `Poisoned`, `RebuildFailed`, `CollectionGone` or the reason of the signal.
 */
export const rebuild = (
  log: EventStore,
  store: ViewStore,
  projection: AnyProjection,
  options: RebuildOptions = {},
): Promise<Rebuilt> =>
  alone(store, projection.name, async (lease) => {
    const target = freshName(projection, await usedNames(store, projection.name));
    const announcement = new Announcement(store, projection.name, lease, {
      collection: target,
      startedBy: options.actor ?? 'system',
    });
    await dropUnserved(store, projection.name);
    if (!options.isChecked) await checkLog(log, store, { signal: options.signal });
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
      // The first error is more useful than a second one; the next rebuild removes what remains.
      await dropUnlessServed(store, projection.name, target).catch(() => undefined);
      await announcement.ended(error).catch(() => undefined);
      throw error;
    }
  });

/** Continues a build of the same name where it stopped; several processes may do so at once. */
export const buildAndServe = async (
  log: EventStore,
  store: ViewStore,
  projection: AnyProjection,
  target: string,
  { onProgress, signal, batch = 1_000, cached = 20_000 }: RebuildOptions = {},
): Promise<Rebuilt> => {
  await requireTransition(store, projection.name, target, 'open', 'builder');
  await store.open(shapeOf(projection, target));
  await rememberOrigin(store, target, await log.identity());
  const track = new Track(projection, target, cached);
  const sample = new Sample(projection);
  let whole = (await store.checkpoint(target)) === 0 && (await store.count(target)) === 0;
  const taken = sample.take.bind(sample);
  await catchUp(log, store, track, {
    signal,
    batch,
    writer: new Gathered(store, track, cached, taken),
    reached: async (position, head) => void (await onProgress?.({ position, head, documents: sample.documents })),
    moved: () => (whole = false),
  });
  if (whole) await check(store, track, sample);
  signal?.throwIfAborted();
  const replaced = await switchTo(store, projection.name, target);
  // Readers of the old collection should not find the new one behind it.
  await catchUp(log, store, track, { batch });
  return {
    ...(await contentOf(store, projection, target)),
    position: track.checkpoint,
    replaced: replaced === undefined ? undefined : await contentOf(store, projection, replaced),
  };
};

const check = async (store: ViewStore, { collection, checkpoint }: Track, sample: Sample) => {
  const difference = await sample.difference(store, collection);
  const isOurs = (await store.checkpoint(collection)) === checkpoint; // otherwise another process has continued meanwhile
  if (difference && isOurs) throw new RebuildFailed(`${collection}: ${difference}`);
};
