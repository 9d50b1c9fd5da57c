export * from './aggregate.js';
export * from './catalogue.js';
export * from './inbound.js';
export * from './inbound.problems.js';
export * from './places.js';
export * from './publication.js';
export * from './rights.js';
export * from './slice.js';
