export * from './events.js';
export * from './lines.js';
export * from './progress.js';
export * from './terms.js';
export * from './versions.js';
