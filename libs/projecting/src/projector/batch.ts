import type { Commit, DocumentStore, DocumentWrite, RecordedEvent } from '@annals/event-sourcing';
import { eventsByKey, failureOn, foldToWrite, type EventsByKey } from './fold.js';
import {
  afterChanges,
  openParked,
  parkedCommit,
  parkedOn,
  queued,
  type Parked,
  type ParkedKeys,
} from '../parking/parked.js';
import type { Failure } from '../parking/failure.js';
import type { Changed } from './held.js';
import type { Track } from './track.js';

const ATTEMPTS = 3;

export type Prepared = {
  /** None when the track has already seen every event of the batch. */
  readonly commits: readonly Commit[];
  /** The event whose keys cannot be determined: the view stops before it. */
  readonly failure: Failure | undefined;
  /** Must be called after the commits are stored. */
  readonly settle: () => void;
};

/**
 * The effect of a batch on the documents of one projection. A document whose event makes the projection throw is parked in
 * its state before that event; other documents continue.
 */
export const prepare = async (
  track: Track,
  store: DocumentStore,
  batch: readonly RecordedEvent[],
): Promise<Prepared> => {
  const events = batch.filter(({ position }) => position > track.checkpoint);
  const { byKey, projectionError } = eventsByKey(track.projection, events, track.isSkipped);
  const { free, parking } = behindParked(track.parked, byKey);
  const { changes, writes } = await foldFree(track, store, free, parking);

  const failure = projectionError && failureOn(projectionError);
  const next = failure ? failure.position - 1 : (events.at(-1)?.position ?? track.checkpoint);
  if (next <= track.checkpoint) return { commits: [], failure, settle: () => void (track.failure = failure) };

  const guard = await guardOf(track, store, parking);
  const settle = () => {
    track.moved(next, changes);
    if (guard) track.parked = afterChanges(track.parked, parking);
    track.failure = failure;
  };
  return { commits: [...track.commits(writes, next), ...(guard ? [guard] : [])], failure, settle };
};

/** Parks keys, and prevents parked keys from being released while their events are queued. */
const guardOf = async ({ collection, parked }: Track, store: DocumentStore, parking: ReadonlyMap<string, Parked>) => {
  if (parking.size === 0 && parked.keys.size === 0) return undefined;
  if (parked.revision === undefined) await openParked(store, collection);
  return parkedCommit(collection, parked, parking);
};

/** Events of keys that are parked wait; the others are free. */
export const behindParked = ({ keys }: Pick<ParkedKeys, 'keys'>, byKey: EventsByKey) => {
  const parking = new Map<string, Parked>();
  if (keys.size === 0) return { free: byKey, parking };
  const free = new Map(byKey);
  for (const [key, events] of byKey) {
    const parked = keys.get(key);
    if (!parked) continue;
    parking.set(key, queued(parked, events));
    free.delete(key);
  }
  return { free, parking };
};

const foldFree = async (track: Track, store: DocumentStore, free: EventsByKey, parking: Map<string, Parked>) => {
  const held = await track.load(store, [...free.keys()]);
  const changes = new Map<string, Changed>();
  const writes: DocumentWrite[] = [];
  for (const [key, events] of free) {
    let folded = foldToWrite(track.projection, key, events, held.get(key));
    if (folded.projectionError) folded = await foldAgain(track, store, key, events);
    if (folded.changed) changes.set(key, folded.changed);
    if (folded.write) writes.push(folded.write);
    if (folded.projectionError) parking.set(key, queued(parkedOn(key, failureOn(folded.projectionError)), events));
  }
  return { changes, writes };
};

/** From the store, because the copy in memory may be at fault. */
const foldAgain = async (track: Track, store: DocumentStore, key: string, events: readonly RecordedEvent[]) => {
  for (let attempt = 2; ; attempt += 1) {
    track.forget(key);
    const held = await track.load(store, [key]);
    const folded = foldToWrite(track.projection, key, events, held.get(key));
    if (!folded.projectionError || attempt === ATTEMPTS) return folded;
  }
};
