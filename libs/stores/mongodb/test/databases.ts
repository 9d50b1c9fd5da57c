import { MongoDocumentStore, type MongoDocumentOptions } from '@annals/store-mongodb';
import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';

const server = () => {
  const url = process.env['READ_STORE_URL'];
  if (!url) throw new Error('READ_STORE_URL names no server: npm run test:engines starts one.');
  return url;
};

/** Databases of the server that the tests are given, and stores in them; after all tests both are gone. */
export const databases = () => {
  const urls: string[] = [];
  const stores: MongoDocumentStore[] = [];

  afterAll(async () => {
    await Promise.all(stores.map((store) => store.close()));
    for (const url of urls) {
      const client = new MongoClient(url);
      await client.db(new URL(url).pathname.slice(1)).dropDatabase();
      await client.close();
    }
  });

  const newUrl = () => {
    const url = new URL(server());
    url.pathname = `annals-test-${randomUUID().slice(0, 8)}`;
    urls.push(url.href);
    return url.href;
  };
  const storeIn = (url: string, options: Omit<MongoDocumentOptions, 'url'> = {}) => {
    const store = new MongoDocumentStore({ url, ...options });
    stores.push(store);
    return store;
  };
  return { newUrl, storeIn, newStore: (options?: Omit<MongoDocumentOptions, 'url'>) => storeIn(newUrl(), options) };
};
