import { MongoRecordStore } from '@annals/store-mongodb';
import { killedWriterContract, recordStoreContract } from '@annals/testing';
import { onEachServer } from './databases.js';

describe('MongoRecordStore', () => {
  onEachServer(({ newUrl }) => {
    recordStoreContract(() => {
      const url = newUrl();
      return () => new MongoRecordStore({ url });
    });
    killedWriterContract(() => {
      const options = { url: newUrl() };
      const writer = { from: '@annals/store-mongodb', name: 'MongoRecordStore', options };
      return { writer, open: () => new MongoRecordStore(options) };
    });
  });
});
