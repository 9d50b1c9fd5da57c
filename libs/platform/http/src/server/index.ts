export * from './adapter.js';
export type { AdmissionLimits } from './admission.js';
export * from './conventions.js';
export * from './language.js';
export * from './rate-limit.js';
export * from './request-context.js';
export { traceparentIn } from './traceparent.js';
