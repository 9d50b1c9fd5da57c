export * from './event-store.contract.js';
export * from './new-event.js';
export * from './projection.contract.js';
export * from './recorded.js';
export * from './samples.contract.js';
export * from './scenarios.js';
export * from './tally.js';
