export * from './commands/index.js';
export * from './forms/index.js';
export * from './openapi/index.js';
export * from './problems/index.js';
export * from './queries/index.js';
export * from './server/index.js';
