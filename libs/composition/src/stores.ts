import type { Configuration } from '@annals/configuration';
import { UpcastingEventStore, type DocumentStore, type EventStore } from '@annals/event-sourcing';
import type { EventStoreDbEventStore } from '@annals/store-eventstoredb';
import { SqliteDocumentStore, SqliteEventStore } from '@annals/store-sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '@annals/slice';
import { annalsCatalogue } from './catalogue.js';

/** The log, the views that are made of it, and what all slices declare. Every thread opens its own. */
export type Stores = {
  readonly log: EventStore;
  readonly documents: DocumentStore;
  readonly catalogue: Catalogue;
};

const logFile = ({ dataDir }: Configuration) => join(dataDir, 'events.db');

/** Whether there may be a log already. */
export const hasData = (configuration: Configuration): boolean =>
  configuration.eventStoreUrl !== undefined || existsSync(logFile(configuration));

/** The data folder has to be there. Several processes may have the stores open; servers are reached at the first use. */
export const openStores = async (configuration: Configuration): Promise<Stores> => {
  const catalogue = annalsCatalogue(configuration);
  return {
    log: new UpcastingEventStore(await logOf(configuration), catalogue.contracts),
    documents: await documentsOf(configuration),
    catalogue,
  };
};

/** The log of the data folder, and the one in the EventStoreDB. Neither brings its events to their newest shape. */
export type BothLogs = { readonly from: SqliteEventStore; readonly to: EventStoreDbEventStore };

/** Throws if there are not both. */
export const bothLogs = async (configuration: Configuration): Promise<BothLogs> => {
  const { eventStoreUrl: url, dataDir } = configuration;
  if (url === undefined) throw new Error('EVENT_STORE_URL does not say where the log is to be.');
  if (!existsSync(logFile(configuration))) throw new Error(`${dataDir} holds no log.`);
  return { from: logInFolder(configuration), to: await logOnServer(url) };
};

const logOf = async (configuration: Configuration): Promise<EventStore> => {
  const { eventStoreUrl: url } = configuration;
  return url === undefined ? logInFolder(configuration) : logOnServer(url);
};

const logInFolder = (configuration: Configuration) => new SqliteEventStore({ file: logFile(configuration) });

// The drivers of servers are loaded where they are wanted: they take longer than all the rest.
const logOnServer = async (url: string) => {
  const { EventStoreDbEventStore } = await import('@annals/store-eventstoredb');
  return new EventStoreDbEventStore({ url });
};

export const documentsOf = async ({ readStoreUrl: url, dataDir }: Configuration): Promise<DocumentStore> => {
  if (url === undefined) return new SqliteDocumentStore({ file: join(dataDir, 'views.db') });
  const { MongoDocumentStore } = await import('@annals/store-mongodb');
  return new MongoDocumentStore({ url });
};

export const closeStores = async ({ log, documents }: Pick<Stores, 'log' | 'documents'>): Promise<void> => {
  await documents.close();
  await log.close();
};
