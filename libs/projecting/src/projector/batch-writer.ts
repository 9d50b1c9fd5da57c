import type { DocumentStore, RecordedEvent } from '@annals/event-sourcing';
import { endCommit, withEnd } from './log-end.js';
import { prepare } from './batch.js';
import type { Failure } from '../parking/failure.js';
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
