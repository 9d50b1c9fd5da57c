export { apiDescription } from './api.js';
export { annalsCatalogue, configurationOf, contracts, inbound, publications, settings } from './catalogue.js';
export { copyBlobs, copyRecords } from './copy-records.js';
export { finished } from './ending.js';
export { load, pacedFor, type ImportJob, type LoadOptions } from './imports/load.js';
export { ImportThreads } from './imports/threads.js';
export { undo, type UndoOptions } from './imports/undo.js';
export { carryOutWork } from './imports/work.js';
export { patiently } from './patient.js';
export { EngineModule } from './engine.module.js';
export { openEngine, type Engine } from './engine.js';
export { executorOf } from './executor.js';
export { undoPortsOf } from './undo-executor.js';
export { reviewOf, type Carried } from './step-review.js';
export { collisionsIn } from './collisions.js';
export { FORM, progressOf } from './identifier-form.js';
export { explain } from './failure.js';
export { LeadFormsModule } from './lead-forms/lead-forms.module.js';
export type { Parts } from './parts.js';
export { PoliciesModule } from './policies.module.js';
export { problemCatalogue, type CatalogueProblem } from './problems.js';
export { runProcess, startProcess, type Serving } from './process.js';
export { allParts, PROCESSES, routesOf, type AnsweredRoute, type ProcessName } from './processes.js';
export { projectedLog } from './projected-log.js';
export { ProjectorThread } from './projector-thread.js';
export { ProgramModule, ServiceModule } from './service.module.js';
export { bulkOf, commandModules, handlersModule } from './slice-modules.js';
export { slices } from './slices.js';
export {
  logOf,
  BLOBS,
  blobsOf,
  bothLogs,
  closeStores,
  documentsOf,
  hasData,
  LEAN,
  openStores,
  recordsOf,
  type BothLogs,
  type Stores,
} from './stores.js';
export { openTrialEngine } from './trial-engine.js';
