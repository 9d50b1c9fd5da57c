export * from './bulk.controller.js';
export * from './bulk.module.js';
export * from './caller.js';
export * from './command-gate.js';
export * from './command.problems.js';
export { requestedBy, commandIn, traceOf, type CommandRequest } from './command-request.js';
export { commandFormOf, commandRoutes } from './command-routes.js';
export * from './origin.js';
export * from './receipt.js';
