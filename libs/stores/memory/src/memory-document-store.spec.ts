import { documentStoreContract, leasesContract, servedViewsContract, viewReadsContract } from '@annals/testing';
import { MemoryDocumentStore } from './memory-document-store.js';

describe('MemoryDocumentStore', () => {
  documentStoreContract(() => new MemoryDocumentStore());
  describe('served views', () => servedViewsContract(() => new MemoryDocumentStore()));
  describe('reads of several views', () => viewReadsContract(() => new MemoryDocumentStore()));
  describe('leases', () => leasesContract((now) => new MemoryDocumentStore({ now })));
});
