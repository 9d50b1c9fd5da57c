export * from './recorded.js';
export * from './samples.contract.js';
export * from './scenarios.js';
