import { eventStoreContract } from '@annals/testing';
import { MemoryEventStore } from './memory-event-store.js';

describe('MemoryEventStore', () => {
  eventStoreContract(() => {
    const store = new MemoryEventStore();
    return () => store;
  });
});
