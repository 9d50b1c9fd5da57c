import { AccountStore, loadKeys, type Keys } from '@annals/auth/accounts';
import { namingOf } from '@annals/command-bus';
import type { Configuration } from '@annals/configuration';
import type { BlobStore, Naming, RecordStore } from '@annals/event-sourcing';
import { keepSkips } from '@annals/projecting';
import { EngineWatch } from '@annals/telemetry/engine-watch';
import { mkdir } from 'node:fs/promises';
import { hasRoom } from './room.js';
import { requireKeys, requireLogInFolder, requireOwnLog } from './own-log.js';
import { blobsOf, closeStores, openStores, recordsOf, type Limits, type Stores } from './stores.js';
import { takeOverFiles, takeOverStores } from './take-over.js';

/** What every process of an installation opens. */
export type Engine = Stores & {
  readonly configuration: Configuration;
  readonly records: RecordStore;
  readonly blobs: BlobStore;
  readonly accounts: AccountStore;
  readonly keys: Keys;
  readonly naming: Naming;
  readonly engines: EngineWatch;
};

/**
 * Creates the data folder if necessary. Several processes may have it open. `arrive` waits for servers before they are used.
 * Throws `AnotherLog` if the records belong to another log.
 */
export const openEngine = async (
  configuration: Configuration,
  arrive: (stores: Stores) => Promise<void> = () => Promise.resolve(),
  limits?: Limits,
): Promise<Engine> => {
  const { dataDir, tokenSecret, eventStoreUrl, readStoreUrl } = configuration;
  const needsFolder = eventStoreUrl === undefined || readStoreUrl === undefined;
  if (needsFolder) await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const engines = new EngineWatch({ rightsPatience: configuration.rightsPatience, hasRoom: () => hasRoom(dataDir) });
  const records = await recordsOf(configuration, engines);
  await requireLogInFolder(records, configuration);
  const stores = await openStores(configuration, engines, limits);
  const blobs = await blobsOf(configuration, engines);
  try {
    await arrive(stores);
    if (readStoreUrl !== undefined) await takeOverStores(dataDir, { records, blobs });
    await takeOverFiles(dataDir, { records, blobs });
    await requireOwnLog(stores.log, records, configuration);
    await requireKeys(stores.log, records, configuration);
    await keepSkips(records, stores.documents);
    const keys = await loadKeys(records, tokenSecret);
    const accounts = new AccountStore(records);
    return { ...stores, configuration, records, blobs, accounts, keys, naming: namingOf(keys.blind), engines };
  } catch (error) {
    await closeStores({ ...stores, records, blobs });
    throw error;
  }
};
