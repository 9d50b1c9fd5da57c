export * from './business-hours.js';
export * from './lifecycle.js';
export { LIFECYCLE_TYPES, type Evidence, type LifecycleFact, type LifecycleFacts } from './lifecycle-facts.js';
