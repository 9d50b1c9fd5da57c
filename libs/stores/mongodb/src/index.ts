export { diagnose } from './diagnosis.js';
export * from './mongo-blob-store.js';
export * from './mongo-document-store.js';
export * from './mongo-record-store.js';
