import { collectionOf, type EventStore, type ViewStore } from '@annals/event-sourcing';
import { furthestIn } from '../projector/log-check.js';
import { BackOff, type Waits } from '../projector/back-off.js';
import type { Sleep } from '../projector/sleep.js';
import { freshName } from './builds.js';
import { catchUp } from '../projector/catch-up.js';
import { isOfAnotherLog } from '../projector/origin.js';
import type { Positions } from '../views/positions.js';
import { buildAndServe, rebuild } from './rebuild.js';
import { dropUnlessServed, isAhead, usedNames } from './cut-over.js';
import { Poisoned } from '../projector/batch-writer.js';
import type { Failure } from '../parking/failure.js';
import { tellFailure } from '../parking/failures.js';
import type { Errand, Track } from '../projector/track.js';

type ApartOptions = {
  readonly batch: number;
  readonly cached: number;
  readonly waits: Waits;
  readonly sleep: Sleep;
  /** Called when a track has finished, or has failed for now. */
  readonly back: () => void;
};

/** Tracks that catch up or are built separately, so that the others need not wait for them. */
export class Rebuilds {
  private readonly underWay = new Map<Track, Promise<void>>();
  private readonly backOffs = new Map<Track, BackOff>();

  constructor(
    private readonly log: EventStore,
    private readonly store: ViewStore,
    private readonly positions: Positions & { moved(view: string, position: number): void },
    private readonly options: ApartOptions,
  ) {}

  has(track: Track) {
    return this.underWay.has(track);
  }

  trouble(track: Track): string | undefined {
    return this.backOffs.get(track)?.trouble;
  }

  /** Begins the separate work that the track was found to need. */
  send(track: Track, errand: Errand, signal: AbortSignal) {
    track.change(errand, 'projector');
    const done = this.go(track, signal).finally(() => {
      if (track.state !== 'failed') track.change('back', 'builder');
      this.underWay.delete(track);
      this.options.back();
    });
    this.underWay.set(track, done);
  }

  async allBack() {
    await Promise.all(this.underWay.values());
  }

  private async go(track: Track, signal: AbortSignal) {
    const backOff = this.backOffs.get(track) ?? new BackOff(this.options.waits, this.options.sleep);
    this.backOffs.set(track, backOff);
    try {
      await this.advanceUnlessPoisoned(track, signal);
      backOff.succeeded();
    } catch (error) {
      if (!signal.aborted) await backOff.failed(error, signal);
    }
  }

  private async advanceUnlessPoisoned(track: Track, signal: AbortSignal) {
    try {
      await this.advance(track, signal);
    } catch (error) {
      if (!(error instanceof Poisoned) || signal.aborted) throw error;
      const failure = await this.failureOf(error, track);
      await tellFailure(this.store, track, failure); // before it is shown, so that the event can be skipped
      track.failure = failure;
      track.change('stop', 'builder');
    }
  }

  private async advance(track: Track, signal: AbortSignal) {
    const { batch, cached } = this.options;
    const { projection, view } = track;
    if (track.state === 'catching-up') {
      const reached = (position: number) => this.positions.moved(view, position);
      await catchUp(this.log, this.store, track, { signal, batch, reached });
      return;
    }
    if ((await this.store.served(view)) !== track.collection) return; // another process was faster
    const target = await this.targetOf(track);
    if (target === collectionOf(projection)) {
      await buildAndServe(this.log, this.store, projection, target, { signal, batch, cached });
    } else {
      await rebuild(this.log, this.store, projection, { signal, batch, cached });
      await dropUnlessServed(this.store, view, track.collection); // a roll-back to it must not be possible
    }
  }

  /** Reuses the name, so that a build continues after a stop or beside another process; unless that build is ahead of the log or of another one. */
  private async targetOf({ view, collection, projection }: Track) {
    const { log, store } = this;
    const target = collectionOf(projection);
    const isForeign = await isOfAnotherLog(store, target, await log.identity());
    const isBuiltAhead = isForeign || (await furthestIn(store, target)) > (await log.head());
    if (!isBuiltAhead && !(await isAhead(store, view, collection))) return target;
    return freshName(projection, await usedNames(store, projection.name));
  }

  private async failureOf({ failure }: Poisoned, track: Track): Promise<Failure> {
    return track.state === 'rebuilding' ? { ...failure, building: await this.targetOf(track) } : failure;
  }
}
