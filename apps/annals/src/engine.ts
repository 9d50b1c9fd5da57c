import { loadKeys, type Keys } from '@annals/auth';
import { namingOf } from '@annals/command-bus';
import type { Configuration } from '@annals/configuration';
import { UpcastingEventStore, type DocumentStore, type EventStore, type Naming } from '@annals/event-sourcing';
import type { AnyProjection } from '@annals/projecting';
import { SqliteDocumentStore, SqliteEventStore } from '@annals/store-sqlite';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contracts, projectionsFor } from './catalogue.js';

/** What every process of one installation opens. */
export type Engine = {
  readonly configuration: Configuration;
  readonly keys: Keys;
  readonly naming: Naming;
  readonly log: EventStore;
  readonly documents: DocumentStore;
  readonly projections: readonly AnyProjection[];
};

const logFile = ({ dataDir }: Configuration) => join(dataDir, 'events.db');

/** Whether the data folder has a log already. */
export const hasData = (configuration: Configuration): boolean => existsSync(logFile(configuration));

/** Makes the data folder if it is not there. Several processes may have it open. */
export const openEngine = async (configuration: Configuration): Promise<Engine> => {
  const { dataDir, tokenSecret, lifecycle } = configuration;
  const keys = await loadKeys(dataDir, tokenSecret);
  return {
    configuration,
    keys,
    naming: namingOf(keys.blind),
    log: new UpcastingEventStore(new SqliteEventStore({ file: logFile(configuration) }), contracts),
    documents: new SqliteDocumentStore({ file: join(dataDir, 'views.db') }),
    projections: projectionsFor(lifecycle),
  };
};

export const closeEngine = async ({ log, documents }: Engine): Promise<void> => {
  await documents.close();
  await log.close();
};
