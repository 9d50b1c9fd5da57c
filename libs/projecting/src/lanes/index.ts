export { LanedProjector, lanesHeld, type HeldLane, type LanedOptions } from './laned-projector.js';
