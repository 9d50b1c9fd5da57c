export * from './command.js';
export * from './fits.js';
export * from './handlers.js';
export * from './naming.js';
export * from './past-instant.js';
export * from './presence.js';
