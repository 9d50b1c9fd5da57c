export { CollectionGone } from './catch-up.js';
export { Poisoned } from './batch-writer.js';
export { PROJECTED_LOG, ProjectionRunner } from './projection-runner.js';
export { Projector } from './projector.js';
export type { ProjectorOptions } from './projector-options.js';
export { status, type ViewStatus } from './status.js';
export { batchTracing, type TracedBatch } from './tracing.js';
