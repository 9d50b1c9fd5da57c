import { blobStoreContract } from '@annals/testing';
import { MemoryBlobStore } from './memory-blob-store.js';

describe('MemoryBlobStore', () => {
  blobStoreContract(() => {
    const store = new MemoryBlobStore();
    return () => store;
  });
});
