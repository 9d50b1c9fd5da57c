export { type Progress, RebuildRunning, type RebuildReport } from './announcement.js';
export type { Content } from './content.js';
export { rebuild, RebuildFailed, type Rebuilt, type RebuildOptions } from './rebuild.js';
export { dropPrevious, NothingToRollBackTo, rollBack } from './roll-back.js';
