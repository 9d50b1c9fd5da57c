import type { EventStore, ViewStore } from '@annals/event-sourcing';
import { setImmediate as turn } from 'node:timers/promises';
import { Rebuilds } from '../rebuilds/rebuilds.js';
import { BackOff } from './back-off.js';
import { helpTracks, tellFailures } from '../parking/failures.js';
import { Lane } from '../lanes/lane.js';
import { makeCurrent } from './current.js';
import { nextViewState } from '../machine/transitions.js';
import { placeAll, showAll } from './placement.js';
import { HeardPositions } from '../views/positions.js';
import { ProjectionRunner } from './projection-runner.js';
import { DEFAULTS, type ProjectorOptions } from './projector-options.js';
import { rebuild, type RebuildOptions } from '../rebuilds/rebuild.js';
import { status, type Known, type ViewStatus } from './status.js';
import { type AnyProjection, shapeOf } from '../views/any-projection.js';
import { Track } from './track.js';

type Run = { readonly stop: AbortController; readonly ready: Promise<void>; readonly ended: Promise<void> };

/** Keeps views up to date. Several projectors, also in different processes, may run on the same stores. */
export class Projector extends ProjectionRunner {
  /** The positions of views, updated at every commit of this projector. */
  readonly positions: HeardPositions;
  /** A reader waits for what is in the log: the next commit is not put off any longer. */
  readonly hurry = () => this.lane.hurry();
  readonly passedOver = () => Promise.resolve(this.log.passedOver().count);
  private readonly options: Required<ProjectorOptions>;
  private readonly tracks: readonly Track[];
  private readonly lane: Lane;
  private readonly rebuilds: Rebuilds;
  private readonly backOff: BackOff;
  private run: Run | undefined;

  constructor(
    private readonly log: EventStore,
    private readonly store: ViewStore,
    readonly projections: readonly AnyProjection[],
    options: ProjectorOptions = {},
  ) {
    super();
    this.options = { ...DEFAULTS, ...options };
    this.positions = new HeardPositions(this.options.moved, () => this.hurry());
    this.tracks = projections.map((projection) => new Track(projection, '', this.options.cached, this.options.slot));
    this.backOff = new BackOff(this.options.waits, this.options.sleep);
    this.rebuilds = new Rebuilds(log, store, this.positions, { ...this.options, back: () => this.lane.end() });
    const traffic = {
      together: () => this.together(),
      watched: () => this.tracks.filter((track) => !this.rebuilds.has(track)),
      committed: (tracks: readonly Track[]) => this.committed(tracks),
      helped: () => helpTracks(store, this.tracks),
    };
    this.lane = new Lane(log, store, traffic, this.options);
  }

  /** Returns when every view is served. Throws errors of the store until then; later errors are in `status`. */
  async start() {
    this.run ??= this.begin();
    try {
      await this.run.ready;
    } catch (error) {
      this.run = undefined;
      throw error;
    }
  }

  /** Returns when the work in progress is finished. */
  async stop() {
    this.run?.stop.abort();
    await this.run?.ended;
    this.run = undefined;
  }

  status(): Promise<readonly ViewStatus[]> {
    const known = new Map(this.tracks.map((track) => [track.view, this.known(track)]));
    return status(this.log, this.store, this.projections, { known });
  }

  rebuild(projection: AnyProjection, options?: RebuildOptions) {
    return rebuild(this.log, this.store, projection, options);
  }

  private known(track: Track): Known {
    const { failure, errand, view } = track;
    const state = errand ? nextViewState(view, track.state, errand, 'projector') : track.state;
    const isApart = state === 'rebuilding' || state === 'catching-up';
    const trouble = isApart ? this.rebuilds.trouble(track) : this.backOff.trouble;
    return { failure, state, trouble };
  }

  private begin(): Run {
    const stop = new AbortController();
    const ready = this.setUp();
    const keepOn = () => this.keepOn(stop.signal);
    return { stop, ready, ended: ready.then(keepOn, () => undefined) };
  }

  private async setUp() {
    for (const track of this.tracks) track.failure = undefined;
    if (!this.options.slot) await makeCurrent(this.store, this.projections);
    await this.place();
    // Fails if the fields of a projection have changed without a new version.
    for (const { projection, collection, state, errand } of this.tracks)
      if (state === 'live' || errand === 'behind') await this.store.open(shapeOf(projection, collection));
  }

  private async keepOn(signal: AbortSignal) {
    while (!signal.aborted) {
      try {
        await this.place();
        await tellFailures(this.store, this.tracks);
        this.sendApart(signal);
        if (await this.isDone()) this.backOff.succeeded();
        await turn(); // stores may answer without waiting, and questions for the status must be answered
        await this.lane.run(signal);
      } catch (error) {
        await this.backOff.failed(error, signal);
      }
    }
    await this.rebuilds.allBack();
  }

  private async place() {
    const here = this.tracks.filter((track) => !this.rebuilds.has(track));
    await placeAll(this.log, this.store, here, this.options.apart);
    for (const { view, checkpoint } of here) this.positions.moved(view, checkpoint);
  }

  /** All work that could fail is done. */
  private async isDone() {
    const head = await this.log.head();
    return this.together().every(({ checkpoint }) => checkpoint >= head);
  }

  private together() {
    return this.tracks.filter(({ state }) => state === 'live');
  }

  private sendApart(signal: AbortSignal) {
    for (const track of this.tracks) {
      const { errand } = track;
      if (errand) this.rebuilds.send(track, errand, signal);
    }
  }

  private async committed(tracks: readonly Track[]) {
    await showAll(this.store, tracks);
    this.backOff.succeeded();
    for (const { view, checkpoint } of tracks) this.positions.moved(view, checkpoint);
  }
}
