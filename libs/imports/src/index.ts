export { ImportWorkModule, type ImportParts } from './import-work.module.js';
export {
  filesOf,
  ImportWorkers,
  type ImportWork,
  type Reached,
  type WorkDone,
  type WorkOptions,
} from './import-work.js';
export type { ImportEntry, ImportList } from './imports.js';
export { ImportsModule } from './imports.module.js';
export { importProblems } from './imports.problems.js';
export type { ImportPreview } from './preview-answer.js';
export { blobOf, type ImportUpload } from './uploads.js';
