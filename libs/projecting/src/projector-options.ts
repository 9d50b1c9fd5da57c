import type { Slot } from './slot.js';
import type { Waits } from './back-off.js';

export type ProjectorOptions = {
  /** The most events that are taken at once; 2,000 unless told. */
  readonly batch?: number;
  /** Milliseconds from one commit to the next while events keep coming, so that what changes often is written less often; up to three times as many where a commit takes long; 0 unless told. */
  readonly gather?: number;
  /** The most documents of each projection that are kept in memory; 10,000 unless told. */
  readonly cached?: number;
  /** A view that is more events behind the others catches up on its own first; 10,000 unless told. */
  readonly apart?: number;
  /** Milliseconds between looks at a quiet store, for a switch or a restored backup; 1,000 unless told. */
  readonly lookEvery?: number;
  /** The lane of several that this projector runs; all documents unless told. See `LanedProjector`. */
  readonly slot?: Slot | undefined;
  /** Hears of every move of a view in this projector. */
  readonly moved?: ((view: string, position: number) => void) | undefined;
  /** After errors of the stores. */
  readonly waits?: Waits;
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
};
