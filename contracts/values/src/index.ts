export * from './decimal.js';
export * from './values.js';
