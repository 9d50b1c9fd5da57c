import { documentStoreContract, leasesContract } from '@annals/testing';
import { databases } from './databases.js';

describe('MongoDocumentStore', () => {
  const { newStore } = databases();
  documentStoreContract(() => newStore());
  describe('leases', () => leasesContract((now) => newStore({ now })));
});
