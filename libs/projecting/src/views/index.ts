export { AskedPositions, HeardPositions, Positions } from './positions.js';
export { StoredViews } from './stored-views.js';
export type { AnyProjection } from './any-projection.js';
export * from './views.js';
