import { documentStoreContract, leasesContract } from '@annals/testing';
import { onEachServer } from './databases.js';

describe('MongoDocumentStore', () => {
  onEachServer(({ newStore }) => {
    documentStoreContract(() => newStore());
    describe('leases', () => leasesContract((now) => newStore({ now })));
  });
});
