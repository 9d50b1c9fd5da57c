import type { Slot } from '../lanes/slot.js';
import type { Waits } from './back-off.js';
import { sleep, type Sleep } from './sleep.js';

export type ProjectorOptions = {
  /** Maximum number of events in a batch; default 2,000. */
  readonly batch?: number;
  /** Milliseconds between commits while events keep arriving, so that frequently changed documents are written less often; up to three times as many if a commit is slow; default 0. */
  readonly gather?: number;
  /** Maximum number of documents of each projection kept in memory; default 10,000. */
  readonly cached?: number;
  /** A view that is more events behind the others first catches up separately; default 10,000. */
  readonly apart?: number;
  /** Milliseconds between checks of an idle store for a switch or a restored backup; default 1,000. */
  readonly lookEvery?: number;
  /** The lane that this projector runs; all documents by default. See `LanedProjector`. */
  readonly slot?: Slot | undefined;
  /** Called at every move of a view in this projector. */
  readonly moved?: ((view: string, position: number) => void) | undefined;
  /** Delays after errors of the stores. */
  readonly waits?: Waits;
  /** Waits between looks and after errors; by the clock of the machine by default. */
  readonly sleep?: Sleep;
};

export const DEFAULTS = {
  slot: undefined,
  moved: undefined,
  batch: 2_000,
  gather: 0,
  cached: 10_000,
  apart: 10_000,
  lookEvery: 1_000,
  waits: { first: 100, most: 15_000 },
  sleep,
};
