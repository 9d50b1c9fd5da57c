import type { Configuration } from '@annals/configuration';
import { UpcastingEventStore, type DocumentStore, type EventStore } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import { SqliteDocumentStore, SqliteEventStore } from '@annals/store-sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contracts, projectionsFor } from './catalogue.js';

/** The log, the views that are made of it, and what makes them. Every thread opens its own. */
export type Stores = {
  readonly log: EventStore;
  readonly documents: DocumentStore;
  readonly projections: readonly AnyProjection[];
};

const logFile = ({ dataDir }: Configuration) => join(dataDir, 'events.db');

/** Whether the data folder has a log already. */
export const hasData = (configuration: Configuration): boolean => existsSync(logFile(configuration));

/** The data folder has to be there. Several processes may have it open. */
export const openStores = (configuration: Configuration): Stores => ({
  log: new UpcastingEventStore(new SqliteEventStore({ file: logFile(configuration) }), contracts),
  documents: new SqliteDocumentStore({ file: join(configuration.dataDir, 'views.db') }),
  projections: projectionsFor(configuration.lifecycle),
});

export const closeStores = async ({ log, documents }: Stores): Promise<void> => {
  await documents.close();
  await log.close();
};
