export { lanesHeld, type HeldLane } from './held-lanes.js';
export { LanedProjector, type LanedOptions } from './laned-projector.js';
