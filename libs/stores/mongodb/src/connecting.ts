import { MongoClient } from 'mongodb';

const DATABASE = 'annals';
const PATIENCE = 5_000; // ms

/** Connects at the first query and reconnects when necessary. Throws if the text is not a connection string, without showing a password. */
export const databaseOf = (url: string) => {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(url) ?? [];
  const client = clientOf(url);
  // A secondary may show a commit without the documents that it was about to write.
  const database = client.db(name === undefined ? DATABASE : decodeURIComponent(name), { readPreference: 'primary' });
  return { client, database };
};

const clientOf = (url: string) => {
  const own = /[?&]serverSelectionTimeoutMS=/i.test(url) ? {} : { serverSelectionTimeoutMS: PATIENCE };
  try {
    // A majority write survives a fail-over.
    return new MongoClient(url, { ...own, appName: 'annals', writeConcern: { w: 'majority' } });
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    // Not as cause, because a cause is also shown.
    throw new Error(`This is not a connection string of MongoDB: ${why.replaceAll(url, withoutSecrets(url))}`);
  }
};

const withoutSecrets = (url: string) => url.replace(/\/\/.*@/, '//***@');
