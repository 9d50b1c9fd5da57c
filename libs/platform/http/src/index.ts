export * from './command-endpoint.js';
export * from './conventions.js';
export * from './from-request.js';
export * from './problem.filter.js';
