export * from './decimal.js';
export * from './field.js';
export * from './same-content.js';
export * from './values.js';
