import { documentStoreContract, leasesContract, servedViewsContract } from '@annals/testing';
import { onEachServer } from './databases.js';

describe('MongoDocumentStore', () => {
  onEachServer(({ newStore }) => {
    documentStoreContract(() => newStore());
    describe('served views', () => servedViewsContract(() => newStore()));
    describe('leases', () => leasesContract((now) => newStore({ now })));
  });
});
