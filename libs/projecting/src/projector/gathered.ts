import type { Commit, DocumentStore, DocumentWrite, RecordedEvent } from '@annals/event-sourcing';
import { setImmediate } from 'node:timers/promises';
import { behindParked } from './batch.js';
import { Poisoned, type BatchWriter } from './batch-writer.js';
import { bornIn, eventsByKey, failureOn, foldOne, unreadableIn, writeOf } from './fold.js';
import type { EventsByKey, ProjectionError } from './fold.js';
import type { Changed } from './held.js';
import { withEnd } from './log-end.js';
import { afterChanges, openParked, parkedCommit, parkedOn, queued } from '../parking/parked.js';
import type { Track } from './track.js';

const AT_ONCE = 250; // documents in a commit, so that other commits run in between

/**
 * One commit for many documents, for a collection that is not read yet: a document that many events change is written once.
 * An event that cannot be read parks its documents, because no other version of the projection would take it; one that the
 * projection throws on ends the build.
 */
export class Gathered implements BatchWriter {
  constructor(
    private readonly store: DocumentStore,
    private readonly track: Track,
    /** Maximum number of documents waiting to be written. */
    private readonly most: number,
    private readonly taken: (events: EventsByKey, born: number) => void,
  ) {}

  async take(events: readonly RecordedEvent[]) {
    const { projection, isSkipped, waiting } = this.track;
    const { byKey, projectionError } = eventsByKey(projection, events, isSkipped);
    if (projectionError) throw this.poisoned(projectionError);
    const readable = this.withoutParked(byKey);
    const held = await this.track.load(this.store, [...readable.keys()]);
    const changes = this.fold(readable, held);
    for (const [id, changed] of changes) waiting.set(id, changed);
    this.taken(readable, bornIn(changes, held));
    if (waiting.size >= this.most) await this.finish(events.at(-1)!.position, events.at(-1));
  }

  async finish(head: number, end: RecordedEvent | undefined) {
    const { track, store } = this;
    if (track.checkpoint >= head) return;
    const writes = this.writes();
    while (writes.length > AT_ONCE) {
      await store.commit(track.commits(writes.splice(0, AT_ONCE), track.checkpoint));
      await setImmediate();
    }
    await store.commit([...withEnd(track.commits(writes, head), end), ...(await this.parking())]);
    track.moved(head, track.waiting);
    track.waiting.clear();
    track.parked = afterChanges(track.parked, track.parking);
    track.parking.clear();
  }

  private async parking(): Promise<readonly Commit[]> {
    const { collection, parked, parking } = this.track;
    if (parking.size === 0) return [];
    if (parked.revision === undefined) await openParked(this.store, collection);
    return [parkedCommit(collection, parked, parking)];
  }

  /** The events before the first of each key that cannot be read; the others wait. */
  private withoutParked(byKey: EventsByKey): EventsByKey {
    const { parked, parking } = this.track;
    const keys = parking.size > 0 ? new Map([...parked.keys, ...parking]) : parked.keys;
    const { free, parking: behind } = behindParked({ keys }, byKey);
    for (const [key, waiting] of behind) parking.set(key, waiting);
    const readable = new Map(free);
    for (const [key, events] of free) {
      const at = events.findIndex(({ unreadable }) => unreadable);
      if (at < 0) continue;
      parking.set(key, queued(parkedOn(key, failureOn(unreadableIn(events[at]!, key))), events));
      if (at === 0) readable.delete(key);
      else readable.set(key, events.slice(0, at));
    }
    return readable;
  }

  private fold(byKey: EventsByKey, held: Awaited<ReturnType<Track['load']>>) {
    const changes = new Map<string, Changed>();
    const projectionErrors: ProjectionError[] = [];
    for (const [key, events] of byKey) {
      const { changed, projectionError } = foldOne(this.track.projection, key, events, held.get(key));
      if (changed) changes.set(key, changed);
      if (projectionError) projectionErrors.push(projectionError);
    }
    const [first] = projectionErrors.toSorted((one, other) => one.event.position - other.event.position);
    if (first) throw this.poisoned(first);
    return changes;
  }

  private writes(): DocumentWrite[] {
    const { projection, waiting } = this.track;
    try {
      return [...waiting].map(([id, changed]) => writeOf(projection, id, changed));
    } catch (error) {
      throw this.poisoned(error as ProjectionError);
    }
  }

  private poisoned(projectionError: ProjectionError) {
    return new Poisoned(this.track.view, failureOn(projectionError));
  }
}
