export * from './command.js';
export * from './fits.js';
export * from './handlers.js';
export { MayBeAbsent } from './may-be-absent.js';
export * from './naming.js';
export * from './past-instant.js';
