export * from './faults/index.js';
export * from './lanes/index.js';
export * from './machine/index.js';
export * from './parking/index.js';
export * from './policies/index.js';
export * from './projector/index.js';
export * from './rebuilds/index.js';
export * from './views/index.js';
