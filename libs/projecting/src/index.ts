export { CollectionGone } from './catch-up.js';
export { Poisoned } from './taking.js';
export { AskedPositions, HeardPositions, Positions } from './positions.js';
export { Projector, type ProjectorOptions } from './projector.js';
export { rebuild, RebuildFailed, type Progress, type Rebuilt, type RebuildOptions } from './rebuild.js';
export { status, type ViewState, type ViewStatus } from './status.js';
export { StoredViews } from './stored-views.js';
export type { AnyProjection, Failure } from './track.js';
export * from './views.js';
