// Apart from the rest, because class-validator is slow to load.
export * from './command-from.js';
export * from './fits.js';
