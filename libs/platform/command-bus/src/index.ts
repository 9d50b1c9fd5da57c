export * from './command.js';
export * from './command-from.js';
export type { Issue } from './expectation.js';
export * from './field-errors.js';
export * from './fits.js';
export * from './naming.js';
export { withNewId } from './new-streams.js';
export * from './presence.js';
