import type { Positions } from '../views/positions.js';
import type { RebuildOptions, Rebuilt } from '../rebuilds/rebuild.js';
import type { ViewStatus } from './status.js';
import type { AnyProjection } from '../views/any-projection.js';

/** Provider token of the log as views read it. */
export const PROJECTED_LOG = Symbol('Log as views read it');

/** Keeps views up to date: in this thread, in another one, or in some lanes of several processes. */
export abstract class ProjectionRunner {
  abstract readonly projections: readonly AnyProjection[];
  /** The positions that views have reached. */
  abstract readonly positions: Positions;

  /** Returns when every view is served. */
  abstract start(): Promise<void>;

  /** Returns when the work in progress is finished. */
  abstract stop(): Promise<void>;

  abstract status(): Promise<readonly ViewStatus[]>;

  /** How many events of other programs it has passed over in the log: see `EventStore.passedOver`. */
  abstract readonly passedOver: () => Promise<number>;

  /** As the function `rebuild`. */
  abstract rebuild(projection: AnyProjection, options?: RebuildOptions): Promise<Rebuilt>;
}
