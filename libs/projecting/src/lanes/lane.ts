import { CheckpointConflict, type EventStore, type RecordedEvent, type ViewStore } from '@annals/event-sourcing';
import { once } from 'node:events';
import { ForeignTally } from '../faults/foreign-events.js';
import { noteFaults } from '../faults/log-faults.js';
import { Revisions } from '../faults/revisions.js';
import type { Sleep } from '../projector/sleep.js';
import { endCommit } from '../projector/log-end.js';
import { prepare } from '../projector/batch.js';
import { Pace } from './pace.js';
import type { Track } from '../projector/track.js';
import { batchTracing } from '../projector/tracing.js';

export type LaneOptions = {
  /** Maximum number of events in a batch; a lane at the end of the log gets events as they are appended. */
  readonly batch: number;
  /** Milliseconds between commits while events keep arriving; up to three times as many if a commit is slow. */
  readonly gather: number;
  /** Milliseconds between checks of an idle store for a switch or a restored backup. */
  readonly lookEvery: number;
  readonly sleep: Sleep;
};

type LaneHost = {
  /** The tracks that advance together. */
  readonly together: () => readonly Track[];
  /** These, and tracks that are stopped until their collection is switched. */
  readonly watched: () => readonly Track[];
  readonly committed: (tracks: readonly Track[]) => Promise<void>;
  /** Whether a stopped track can be resumed. */
  readonly helped: () => Promise<boolean>;
};

/** One reader of the log for several tracks, with one commit per batch. */
export class Lane {
  private turn = new AbortController();
  private readonly foreign: ForeignTally;
  private readonly pace: Pace;

  constructor(
    private readonly log: EventStore,
    private readonly store: ViewStore,
    private readonly host: LaneHost,
    private readonly options: LaneOptions,
  ) {
    this.foreign = new ForeignTally(log, store);
    this.pace = new Pace(options.gather);
  }

  /** A reader waits for what is in the log. */
  hurry() {
    this.pace.hurry();
  }

  /** Ends the current turn, or the next one at once, because the tracks have moved. */
  end() {
    this.turn.abort();
  }

  /** Advances from the lowest track until a checkpoint has been moved by another process or the signal aborts. Throws errors of the stores. */
  async run(signal: AbortSignal) {
    const over = AbortSignal.any([signal, this.turn.signal]);
    const done = new AbortController();
    void this.keepLooking(AbortSignal.any([over, done.signal]));
    try {
      if (this.host.together().length === 0) await aborted(over);
      else await this.follow(over);
    } finally {
      done.abort();
      this.turn = new AbortController();
    }
  }

  /** One look after the other, also if the stores take long. */
  private async keepLooking(over: AbortSignal) {
    for (;;) {
      await this.options.sleep(this.options.lookEvery, over);
      if (over.aborted) return;
      await this.look();
    }
  }

  private async follow(over: AbortSignal) {
    const lowest = Math.min(...this.host.together().map(({ checkpoint }) => checkpoint));
    const revisions = new Revisions(lowest === 0);
    await this.foreign.open();
    for await (const events of this.log.follow(lowest, over, { batch: this.options.batch, unreadable: true })) {
      const begun = performance.now();
      await noteFaults(this.store, revisions.missingBefore(events), new Date());
      if (!(await this.take(events))) return;
      if (events.length < this.options.batch) await this.pace.pause(begun, over);
    }
    if (!over.aborted) throw new Error('The log has ended.');
  }

  private async take(events: readonly RecordedEvent[]): Promise<boolean> {
    const tracks = this.host.together();
    if (await this.anySwitched(tracks)) return false;
    const views = tracks.map(({ view }) => view);
    return batchTracing.tracePromise(() => this.bring(events, tracks), { views, events });
  }

  private async bring(events: readonly RecordedEvent[], tracks: readonly Track[]): Promise<boolean> {
    const prepared = await Promise.all(tracks.map((track) => prepare(track, this.store, events)));
    const commits = prepared.flatMap(({ commits }) => commits);
    try {
      if (commits.length > 0)
        await this.store.commit([...commits, endCommit(events.at(-1)!), ...(await this.foreign.due())]);
    } catch (error) {
      if (error instanceof CheckpointConflict) return false;
      throw error;
    }
    prepared.forEach(({ settle, failure }, index) => {
      settle();
      if (failure) tracks[index]!.change('stop', 'lane');
    });
    await this.host.committed(tracks);
    return prepared.every(({ failure }) => !failure);
  }

  private async look() {
    try {
      await this.foreign.keep();
      if ((await this.anyAway(this.host.watched())) || (await this.host.helped())) this.end();
    } catch {
      this.end(); // the next turn gets the same error, where it is retried and reported
    }
  }

  private async isLogBehind(known: readonly number[]) {
    return (await this.log.head()) < Math.max(...known);
  }

  private async anySwitched(tracks: readonly Track[]) {
    const served = await this.store.servedByView();
    return tracks.some(({ view, collection }) => served.get(view) !== collection);
  }

  private async anyAway(tracks: readonly Track[]) {
    const known = tracks.map(({ checkpoint }) => checkpoint);
    const stored = await this.store.checkpoints();
    const isBehind = tracks.some(({ ledger }, index) => (stored.get(ledger) ?? -1) < known[index]!);
    return isBehind || (await this.isLogBehind(known)) || (await this.anySwitched(tracks));
  }
}

const aborted = async (signal: AbortSignal) => {
  if (!signal.aborted) await once(signal, 'abort');
};
