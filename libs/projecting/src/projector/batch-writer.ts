import type { Commit, DocumentStore, DocumentWrite, RecordedEvent } from '@annals/event-sourcing';
import { setImmediate } from 'node:timers/promises';
import { endCommit } from './log-end.js';
import { prepare } from './batch.js';
import { bornIn, eventsByKey, failureOn, foldOne, writeOf, type EventsByKey, type ProjectionError } from './fold.js';
import type { Failure } from '../parking/failure.js';
import type { Changed } from './held.js';
import type { Track } from './track.js';
import { batchTracing } from './tracing.js';

/** The projection threw on an event, and the view cannot continue without it. */
export class Poisoned extends Error {
  constructor(
    readonly view: string,
    readonly failure: Failure,
  ) {
    const where = failure.key === undefined ? '' : ` into ${failure.key}`;
    super(`${view} cannot take event ${failure.eventId} at position ${failure.position}${where}: ${failure.message}`);
  }
}

/** Writes batches of events to the store. Both methods throw `Poisoned` and errors of the store. */
export type BatchWriter = {
  take(events: readonly RecordedEvent[]): Promise<void>;
  /** After it, all applied events are stored and the checkpoint is `head`, where the log has the event `end`. */
  finish(head: number, end: RecordedEvent | undefined): Promise<void>;
};

/** One commit per batch, for a collection that is being read: a document whose event cannot be applied is parked. */
export class BatchByBatch implements BatchWriter {
  constructor(
    private readonly store: DocumentStore,
    private readonly track: Track,
  ) {}

  take(events: readonly RecordedEvent[]) {
    const views = [this.track.view];
    return batchTracing.tracePromise(() => this.bring(events), { views, events });
  }

  private async bring(events: readonly RecordedEvent[]) {
    const { commits, failure, settle } = await prepare(this.track, this.store, events);
    if (commits.length > 0) await this.store.commit([...commits, endCommit(events.at(-1)!)]);
    settle();
    if (failure) throw new Poisoned(this.track.view, failure);
  }

  async finish(head: number, end: RecordedEvent | undefined) {
    const { track, store } = this;
    if (track.checkpoint >= head) return;
    await store.commit(withEnd(track.commits([], head), end));
    track.moved(head, new Map());
  }
}

const withEnd = (commits: readonly Commit[], end: RecordedEvent | undefined) =>
  end ? [...commits, endCommit(end)] : commits;

const AT_ONCE = 250; // documents in a commit, so that other commits run in between

/** One commit for many documents, for a collection that is not read yet: a document that many events change is written once. */
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
    const held = await this.track.load(this.store, [...byKey.keys()]);
    const changes = this.fold(byKey, held);
    for (const [id, changed] of changes) waiting.set(id, changed);
    this.taken(byKey, bornIn(changes, held));
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
    await store.commit(withEnd(track.commits(writes, head), end));
    track.moved(head, track.waiting);
    track.waiting.clear();
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
