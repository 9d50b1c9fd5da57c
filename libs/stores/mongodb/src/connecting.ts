import { MongoClient, MongoNetworkError } from 'mongodb';

const DATABASE = 'annals';

// Milliseconds. Together below five seconds, within which a request is answered: a server that is frozen is noticed by a look that gets no
// answer, which ends the calls under way; then another server is looked for.
const LOOK = { heartbeatFrequencyMS: 1_000, connectTimeoutMS: 2_000, serverSelectionTimeoutMS: 1_800 };
const PATIENCE = 3_000;

/** Connects at the first query and reconnects when necessary. Throws if the text is not a connection string, without showing a password. */
export const databaseOf = (url: string) => {
  const [, name] = /^mongodb(?:\+srv)?:\/\/[^/]+\/([^?]+)/.exec(url) ?? [];
  const client = clientOf(url);
  // A secondary may show a commit without the documents that it was about to write.
  const database = client.db(name === undefined ? DATABASE : decodeURIComponent(name), { readPreference: 'primary' });
  return { client, database };
};

/**
 * The result of `query`, which must be safe to repeat: again while connections break, for some seconds. The driver repeats once, but one
 * broken connection fails every query that waits for one, so a busy process meets many in a row.
 */
export const repeated = async <T>(query: () => Promise<T>): Promise<T> => {
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      return await query();
    } catch (error) {
      if (!(error instanceof MongoNetworkError) || performance.now() > end) throw error;
    }
  }
};

/**
 * The driver keeps the topology of a connection that could not be made, which is closed, and every later query fails by it. Without it,
 * the next query connects anew, so that a server may start any time after this program.
 */
class LastingClient extends MongoClient {
  declare topology: { isDestroyed(): boolean } | undefined;

  override async connect(): Promise<this> {
    try {
      return await super.connect();
    } catch (error) {
      if (this.topology?.isDestroyed()) this.topology = undefined;
      throw error;
    }
  }
}

const clientOf = (url: string) => {
  const isOpen = ([name]: readonly [string, number]) => !new RegExp(`[?&]${name}=`, 'i').test(url);
  const own = Object.fromEntries(Object.entries(LOOK).filter(isOpen));
  try {
    // A majority write survives a fail-over.
    return new LastingClient(url, { ...own, appName: 'annals', writeConcern: { w: 'majority' } });
  } catch (error) {
    const why = error instanceof Error ? error.message : '';
    // Not as cause, because a cause is also shown.
    throw new Error(`This is not a connection string of MongoDB: ${why.replaceAll(url, withoutSecrets(url))}`);
  }
};

const withoutSecrets = (url: string) => url.replace(/\/\/.*@/, '//***@');
