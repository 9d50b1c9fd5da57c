import type { Configuration } from '@annals/configuration';
import {
  addressIn,
  type BlobStore,
  type EngineListener,
  type EventStore,
  type RecordStore,
  reporting,
  UpcastingEventStore,
  type ViewStore,
} from '@annals/event-sourcing';
import type { EventStoreDbEventStore } from '@annals/store-eventstoredb';
import { FolderBlobStore } from '@annals/store-folder';
import { SqliteDocumentStore, SqliteEventStore, SqliteRecordStore } from '@annals/store-sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '@annals/slice';
import { annalsCatalogue } from './catalogue.js';
import { FaultNotes } from './fault-notes.js';

/** Log, views and catalogue. Every thread opens its own connections. */
export type Stores = {
  readonly log: EventStore;
  readonly documents: ViewStore;
  readonly catalogue: Catalogue;
};

/** Limits on what stores keep in memory besides their files (streams, documents, mapped bytes); milliseconds of patience with a server. */
export type Limits = Readonly<Record<'streams' | 'documents' | 'mapped' | 'patience', number>>;

const UNHURRIED = 15_000; // milliseconds for which a program waits for a server if nobody waits for the program

/** For programs that touch each record once, such as an import: what they keep is hardly used again. */
export const LEAN: Limits = { streams: 1_000, documents: 1_000, mapped: 0, patience: UNHURRIED };

const logFile = ({ dataDir }: Pick<Configuration, 'dataDir'>) => join(dataDir, 'events.db');

const recordsFile = ({ dataDir }: Pick<Configuration, 'dataDir'>) => join(dataDir, 'records.db');

/** Whether a log may already exist. */
export const hasData = (configuration: Pick<Configuration, 'dataDir' | 'eventStoreUrl'>): boolean =>
  configuration.eventStoreUrl !== undefined || existsSync(logFile(configuration));

/** Whether records may already exist. */
export const hasRecords = ({ dataDir, readStoreUrl }: Pick<Configuration, 'dataDir' | 'readStoreUrl'>): boolean =>
  readStoreUrl !== undefined || existsSync(recordsFile({ dataDir }));

/** The data folder must exist. Several processes may have the stores open; servers are contacted at the first use. `listener` receives the outcome of each call to a server. */
export const openStores = async (
  configuration: Configuration,
  listener?: EngineListener,
  limits?: Limits,
): Promise<Stores> => {
  const catalogue = annalsCatalogue(configuration);
  const documents = await documentsOf(configuration, listener, limits);
  const { noted } = new FaultNotes(documents);
  const log = new UpcastingEventStore(await logOf(configuration, listener, limits), catalogue.contracts, {
    unknownTypes: 'unreadable',
    noted,
  });
  return { log, documents, catalogue };
};

/** The log of the data folder and the one in the EventStoreDB, both without upcasting. */
export type BothLogs = { readonly from: SqliteEventStore; readonly to: EventStoreDbEventStore };

/** Throws if one of them is missing. */
export const bothLogs = async (configuration: Configuration): Promise<BothLogs> => {
  const { eventStoreUrl: url, dataDir } = configuration;
  if (url === undefined) throw new Error('EVENT_STORE_URL must name the target of the copy.');
  if (!existsSync(logFile(configuration))) throw new Error(`${dataDir} contains no log.`);
  return { from: logInFolder(configuration), to: await logOnServer(url, { patience: UNHURRIED }) };
};

/** The log of the installation, without upcasting. */
export const logOf = async (
  configuration: Configuration,
  listener?: EngineListener,
  limits?: Limits,
): Promise<EventStore> => {
  const { eventStoreUrl: url } = configuration;
  return url === undefined
    ? logInFolder(configuration, limits)
    : logOnServer(url, { listener, ...(limits && { patience: limits.patience, kept: limits.streams }) });
};

const logInFolder = (configuration: Configuration, limits?: Limits) =>
  new SqliteEventStore({ file: logFile(configuration), kept: limits?.streams });

const now = () => performance.now();

type OnServer = { readonly listener?: EngineListener | undefined; readonly patience?: number; readonly kept?: number };

// Drivers of servers are loaded on demand, because loading them is slow.
const logOnServer = async (url: string, { listener, ...patience }: OnServer) => {
  const { EventStoreDbEventStore, diagnose } = await import('@annals/store-eventstoredb');
  const store = new EventStoreDbEventStore({ url, ...patience });
  const options = { role: 'log', product: 'EventStoreDB', address: addressIn(url), diagnose, listener, now } as const;
  return reporting(store, options);
};

const inMongo = async (url: string, listener?: EngineListener) => {
  const { diagnose, ...stores } = await import('@annals/store-mongodb');
  const options = { role: 'views', product: 'MongoDB', address: addressIn(url), diagnose, listener, now } as const;
  return { ...stores, reported: <S extends object>(store: S) => reporting(store, options) };
};

export const documentsOf = async (
  { readStoreUrl: url, dataDir }: Configuration,
  listener?: EngineListener,
  limits?: Limits,
): Promise<ViewStore> => {
  const lean = limits && { kept: limits.documents, mapped: limits.mapped };
  if (url === undefined) return new SqliteDocumentStore({ file: join(dataDir, 'views.db'), ...lean });
  const { MongoDocumentStore, reported } = await inMongo(url, listener);
  return reported(new MongoDocumentStore({ url }));
};

/** The records of the installation: in the MongoDB of the views, or else in the data folder, which must exist. */
export const recordsOf = async (
  { readStoreUrl: url, dataDir }: Configuration,
  listener?: EngineListener,
): Promise<RecordStore> => {
  if (url === undefined) return new SqliteRecordStore({ file: recordsFile({ dataDir }) });
  const { MongoRecordStore, reported } = await inMongo(url, listener);
  return reported(new MongoRecordStore({ url }));
};

/** The folder of the data folder that holds stored files. */
export const BLOBS = 'blobs';

/** The stored files of the installation: in the MongoDB of the views, or else in the data folder. */
export const blobsOf = async (
  { readStoreUrl: url, dataDir }: Configuration,
  listener?: EngineListener,
): Promise<BlobStore> => {
  if (url === undefined) return new FolderBlobStore({ folder: join(dataDir, BLOBS) });
  const { MongoBlobStore, reported } = await inMongo(url, listener);
  return reported(new MongoBlobStore({ url }));
};

type Open = Pick<Stores, 'log' | 'documents'> & { readonly records?: RecordStore; readonly blobs?: BlobStore };

export const closeStores = async ({ log, documents, records, blobs }: Open): Promise<void> => {
  await blobs?.close();
  await records?.close();
  await documents.close();
  await log.close();
};
