export * from './event-store.contract.js';
export * from './new-event.js';
export * from './recorded.js';
export * from './samples.contract.js';
export * from './scenarios.js';
