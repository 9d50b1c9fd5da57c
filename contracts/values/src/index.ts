export * from './decimal.js';
export * from './same-content.js';
export * from './values.js';
