import { MongoClient } from 'mongodb';

const DATABASE = 'annals';
const PATIENCE = 5_000; // ms

/** Connects with the first question, and anew whenever it has to. Throws if the text is not a connection string; never shows a password. */
export const databaseOf = (url: string) => {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(url) ?? [];
  const client = clientOf(url);
  // A secondary may not know yet what a commit that it shows was about to write.
  const database = client.db(name === undefined ? DATABASE : decodeURIComponent(name), { readPreference: 'primary' });
  return { client, database };
};

const clientOf = (url: string) => {
  const own = /[?&]serverSelectionTimeoutMS=/i.test(url) ? {} : { serverSelectionTimeoutMS: PATIENCE };
  try {
    // What the majority has, no fail-over takes back.
    return new MongoClient(url, { ...own, appName: 'annals', writeConcern: { w: 'majority' } });
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    // Not as its cause, since a cause is shown, too.
    throw new Error(`This is not the connection string of a MongoDB: ${why.replaceAll(url, withoutSecrets(url))}`);
  }
};

const withoutSecrets = (url: string) => url.replace(/\/\/.*@/, '//***@');
