import { documentStoreContract, leasesContract, servedViewsContract, viewReadsContract } from '@annals/testing';
import { onEachServer } from './databases.js';

describe('MongoDocumentStore', () => {
  onEachServer(({ newStore }) => {
    documentStoreContract(() => newStore());
    describe('served views', () => servedViewsContract(() => newStore()));
    describe('reads of several views', () => viewReadsContract(() => newStore()));
    describe('leases', () => leasesContract((now) => newStore({ now })));
  });
});
