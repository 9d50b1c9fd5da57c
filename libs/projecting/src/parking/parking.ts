import { CheckpointConflict, type EventStore, typesOf, type ViewStore } from '@annals/event-sourcing';
import type { Commit, DocumentWrite, RecordedEvent } from '@annals/event-sourcing';
import { toldFailure } from './failures.js';
import { eventsByKey, failureOn, foldToWrite } from '../projector/fold.js';
import { type IsSkipped, skipping, type Skip, skipCommit, skipsOf } from './skips.js';
import { parkedCommit, parkedIn, parkedOn, queued, readParked, type Parked } from './parked.js';
import { servingOf } from '../projector/places.js';
import { NotParked, OtherVersionServed, StillParked } from './parking-errors.js';
import { Poisoned } from '../projector/batch-writer.js';
import type { AnyProjection } from '../views/any-projection.js';
import type { Failure } from './failure.js';

export type Decision = { readonly reason: string; readonly actor: string };

/** The parked keys of a view, oldest events first. */
export const parkedKeys = async (store: ViewStore, view: string): Promise<readonly Parked[]> => {
  const collection = await store.served(view);
  if (collection === undefined) return [];
  const { keys } = await readParked(store, collection, await store.checkpoint(parkedIn(collection)));
  return [...keys.values()].toSorted((one, other) => one.position - other.position);
};

/** Applies the queued events of a parked key and releases it. Throws `NotParked`, `StillParked` and `OtherVersionServed`. */
export const retryParked = async (log: EventStore, store: ViewStore, projection: AnyProjection, key: string) => {
  const parked = await new Settling(log, store, projection, key).settle();
  if (parked) throw new StillParked(projection.name, parked);
};

/**
 * Permanently skips the event that parked a key, for this key, and continues with the queued events. Returns the event on
 * which the key is parked now, if any. An event that stopped a build is also skipped. Throws `NotParked` and
 * `OtherVersionServed`.
 */
export const skipParked = async (
  log: EventStore,
  store: ViewStore,
  projection: AnyProjection,
  key: string,
  decision: Decision,
): Promise<Parked | undefined> => {
  const view = projection.name;
  const skipping = ({ eventId, type, position }: Failure): Skip => ({
    ...{ view, key, eventId, type, position },
    ...decision,
    at: new Date().toISOString(),
  });
  const stopped = await stoppedBuild(store, projection, key);
  if (!stopped) return new Settling(log, store, projection, key, skipping).settle();
  await store.commit([await skipCommit(store, skipping(stopped))]);
  return undefined;
};

const stoppedBuild = async (store: ViewStore, projection: AnyProjection, key: string) => {
  const failure = await toldFailure(store, projection.name, await servingOf(store, projection));
  return failure?.building !== undefined && failure.key === key ? failure : undefined;
};

/** `stuck` is the event on which the key is parked now. */
type Attempt = { readonly writes: readonly DocumentWrite[]; readonly stuck: Parked | undefined };

class Settling {
  private readonly view: string;

  constructor(
    private readonly log: EventStore,
    private readonly store: ViewStore,
    private readonly projection: AnyProjection,
    private readonly key: string,
    private readonly skipping?: (parked: Failure) => Skip,
  ) {
    this.view = projection.name;
  }

  /** The event on which the key is parked now. Starts over when more events were queued meanwhile. */
  async settle(): Promise<Parked | undefined> {
    const { collection, revision, parked } = await this.place();
    const skip = this.skipping?.(parked);
    const { writes, stuck } = await this.fold(collection, parked, skip);
    if (!skip && stuck?.position === parked.position) return stuck;

    const freed = parkedCommit(collection, { revision, keys: new Map() }, new Map([[this.key, stuck ?? null]]));
    const skipped = skip ? [await skipCommit(this.store, skip)] : [];
    const isSettled = await this.committed([{ collection, writes }, freed, ...skipped]);
    return isSettled ? stuck : this.settle();
  }

  private async committed(commits: readonly Commit[]): Promise<boolean> {
    try {
      await this.store.commit(commits);
      return true;
    } catch (error) {
      if (error instanceof CheckpointConflict) return false;
      throw error;
    }
  }

  private async place() {
    const { store, view, key } = this;
    const { collection, made } = await servingOf(store, this.projection);
    if (made !== 'by-this-version') throw new OtherVersionServed(collection);
    const revision = await store.checkpoint(parkedIn(collection));
    const [found] = await store.get(parkedIn(collection), [key]);
    if (!found) throw new NotParked(view, key);
    return { collection, revision, parked: found.body as Parked };
  }

  private async fold(collection: string, parked: Parked, skip: Skip | undefined): Promise<Attempt> {
    const { store, view, key, projection } = this;
    const skips = await skipsOf(store, view);
    const events = await this.queue(parked, skipping(skip ? [...skips, skip] : skips));
    if (events.length === 0 && parked.unreadable?.stream === key && !skip)
      return { writes: [], stuck: rebuilt(parked) };
    const [held] = await store.get(collection, [key]);
    const { write, projectionError } = foldToWrite(projection, key, events, held);
    return {
      writes: write ? [write] : [],
      stuck: projectionError ? queued(parkedOn(key, failureOn(projectionError)), events) : undefined,
    };
  }

  /** The event that parked the key, and the queued ones. */
  private async queue({ position, waiting }: Parked, isSkipped: IsSkipped | undefined): Promise<RecordedEvent[]> {
    const last = waiting.last ?? position;
    const queue: RecordedEvent[] = [];
    for await (const batch of this.log.readAll(position - 1, { types: typesOf(this.projection), unreadable: true })) {
      const events = batch.filter((event) => event.position <= last);
      const { byKey, projectionError } = eventsByKey(this.projection, events, isSkipped);
      if (projectionError) throw new Poisoned(this.view, failureOn(projectionError));
      queue.push(...(byKey.get(this.key) ?? []));
      if (events.length < batch.length) break;
    }
    return queue;
  }
}

/** The stream stood for documents that were not known, and that may have later events by now. */
const rebuilt = (parked: Parked): Parked => ({
  ...parked,
  message: `${parked.message} Rebuild the view, which applies it as soon as it can be read.`,
});
