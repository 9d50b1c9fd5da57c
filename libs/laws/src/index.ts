export { explore, type Exploration } from './exploration.js';
export { growingDocuments, growingStates } from './linear.law.js';
export { newestSamples } from './samples.js';
