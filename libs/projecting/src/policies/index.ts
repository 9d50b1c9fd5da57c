export { causeOf, numbered, occurrenceOf } from './causes.js';
export { instantOf } from './due.js';
export type { Trouble } from './place.js';
export type { PolicyOptions, Report, Send } from './policy-options.js';
export { PolicyRunner } from './policy-runner.js';
export { policyStatus, type PolicyState, type PolicyStatus } from './policy-status.js';
export { realTime, type Time } from './time.js';
