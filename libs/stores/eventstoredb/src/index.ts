export { diagnose } from './diagnosis.js';
export * from './eventstoredb-event-store.js';
