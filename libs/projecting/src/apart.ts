import { collectionOf, type DocumentStore, type EventStore } from '@annals/event-sourcing';
import { BackOff, type Waits } from './back-off.js';
import { catchUp } from './catch-up.js';
import { Poisoned } from './taking.js';
import type { Positions } from './positions.js';
import { buildAndServe } from './rebuild.js';
import type { Failure, Track } from './track.js';

type ApartOptions = {
  readonly batch: number;
  readonly cached: number;
  readonly waits: Waits;
  /** To be told when a track is done, or has given up for now. */
  readonly back: () => void;
};

/** Tracks that catch up or are built on their own, so that the others need not wait for them. */
export class Apart {
  private readonly underWay = new Map<Track, Promise<void>>();
  private readonly backOffs = new Map<Track, BackOff>();

  constructor(
    private readonly log: EventStore,
    private readonly store: DocumentStore,
    private readonly positions: Positions & { moved(view: string, position: number): void },
    private readonly options: ApartOptions,
  ) {}

  has(track: Track) {
    return this.underWay.has(track);
  }

  trouble(track: Track): string | undefined {
    return this.backOffs.get(track)?.trouble;
  }

  send(track: Track, signal: AbortSignal) {
    const done = this.go(track, signal).finally(() => {
      this.underWay.delete(track);
      this.options.back();
    });
    this.underWay.set(track, done);
  }

  async allBack() {
    await Promise.all(this.underWay.values());
  }

  private async go(track: Track, signal: AbortSignal) {
    const backOff = this.backOffs.get(track) ?? new BackOff(this.options.waits);
    this.backOffs.set(track, backOff);
    try {
      await this.advance(track, signal);
      backOff.succeeded();
    } catch (error) {
      if (signal.aborted) return;
      if (error instanceof Poisoned) track.failure = failureOf(error, track);
      else await backOff.failed(error, signal);
    }
  }

  private async advance(track: Track, signal: AbortSignal) {
    const { batch, cached } = this.options;
    const { projection, view } = track;
    if (track.need === 'build') {
      // Not a fresh name: after a stop, or beside another process, it goes on with what is there.
      await buildAndServe(this.log, this.store, projection, collectionOf(projection), { signal, batch, cached });
    } else {
      const reached = (position: number) => this.positions.moved(view, position);
      await catchUp(this.log, this.store, track, { signal, batch, reached });
    }
  }
}

const failureOf = ({ failure }: Poisoned, { need, projection }: Track): Failure =>
  need === 'build' ? { ...failure, building: collectionOf(projection) } : failure;
