export * from './command.js';
export * from './fits.js';
export * from './handlers.js';
