import { documentStoreContract, leasesContract, servedViewsContract } from '@annals/testing';
import { MemoryDocumentStore } from './memory-document-store.js';

describe('MemoryDocumentStore', () => {
  documentStoreContract(() => new MemoryDocumentStore());
  describe('served views', () => servedViewsContract(() => new MemoryDocumentStore()));
  describe('leases', () => leasesContract((now) => new MemoryDocumentStore({ now })));
});
