import { MongoDocumentStore, type MongoDocumentOptions } from '@annals/store-mongodb';
import { randomUUID } from 'node:crypto';
import { MongoClient } from 'mongodb';

const SERVERS = { 'a single server': 'READ_STORE_URL', 'a replica set': 'REPLICA_SET_URL' };

/** Runs the suite on a single server and on a replica set, where the driver uses sessions and retries writes. */
export const onEachServer = (suite: (databases: Databases) => void) =>
  describe.each(Object.entries(SERVERS))('on %s', (_, variable) => suite(databases(variable)));

type Databases = ReturnType<typeof databases>;

const urlIn = (variable: string) => {
  const url = process.env[variable];
  if (!url) throw new Error(`${variable} is not set: run the suite with npm run test:engines, which starts a server.`);
  return url;
};

/** Databases of the test server and stores in them; both are removed after the tests. */
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
