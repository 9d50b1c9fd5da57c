export * from './consistency-token.js';
export * from './cursor.js';
export * from './fresh.js';
export * from './query-endpoint.js';
export * from './query-form.js';
export * from './link.js';
