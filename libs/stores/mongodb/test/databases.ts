import { MongoDocumentStore, type MongoDocumentOptions } from '@annals/store-mongodb';
import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';

const SERVERS = { 'a single server': 'READ_STORE_URL', 'a replica set': 'REPLICA_SET_URL' };

/** The suite on a single server, and on a replica set, where the driver has sessions and repeats writes. */
export const onEachServer = (suite: (databases: Databases) => void) =>
  describe.each(Object.entries(SERVERS))('on %s', (_, variable) => suite(databases(variable)));

type Databases = ReturnType<typeof databases>;

const urlIn = (variable: string) => {
  const url = process.env[variable];
  if (!url) throw new Error(`${variable} names no server: npm run test:engines starts one.`);
  return url;
};

/** Databases of the server that the tests are given, and stores in them; after all tests both are gone. */
export const databases = (variable = 'READ_STORE_URL') => {
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
    const url = new URL(urlIn(variable));
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
