export * from './mongo-document-store.js';
export * from './mongo-record-store.js';
