import { documentStoreContract } from '@annals/testing';
import { SqliteDocumentStore } from './sqlite-document-store.js';

describe('SqliteDocumentStore', () => {
  documentStoreContract(() => new SqliteDocumentStore({ file: ':memory:' }));
});
