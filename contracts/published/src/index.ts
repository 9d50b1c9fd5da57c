export * from './asyncapi.js';
export * from './cloud-event.js';
export * from './publication.js';
