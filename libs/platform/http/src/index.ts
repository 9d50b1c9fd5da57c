export * from './command-endpoint.js';
export * from './conventions.js';
export * from './cursor.js';
export * from './from-request.js';
export * from './http-problem.js';
export * from './problem.filter.js';
export * from './query-endpoint.js';
