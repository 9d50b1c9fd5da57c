import { MongoBlobStore } from '@annals/store-mongodb';
import { blobStoreContract } from '@annals/testing';
import { onEachServer } from './databases.js';

describe('MongoBlobStore', () => {
  onEachServer(({ newUrl }) => {
    blobStoreContract(() => {
      const url = newUrl();
      return () => new MongoBlobStore({ url });
    });
  });
});
