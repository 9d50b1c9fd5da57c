export * from './business-hours.js';
export * from './lifecycle.js';
