import { documentStoreContract } from '@annals/testing';
import { MemoryDocumentStore } from './memory-document-store.js';

describe('MemoryDocumentStore', () => {
  documentStoreContract(() => new MemoryDocumentStore());
});
