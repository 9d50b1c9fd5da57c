import { recordStoreContract } from '@annals/testing';
import { MemoryRecordStore } from './memory-record-store.js';

describe('MemoryRecordStore', () => {
  recordStoreContract(() => {
    const store = new MemoryRecordStore();
    return () => store;
  });
});
