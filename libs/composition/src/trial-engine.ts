import { AccountStore, KEYS, keysRecord, loadKeys } from '@annals/auth';
import { namingOf } from '@annals/command-bus';
import type { Configuration } from '@annals/configuration';
import { createRecord, UpcastingEventStore, type EventStore, type RecordStore } from '@annals/event-sourcing';
import { MemoryBlobStore, MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { MemoryRecordStore, TrialEventStore } from '@annals/store-memory';
import { EngineWatch } from '@annals/telemetry';
import { annalsCatalogue } from './catalogue.js';
import type { Engine } from './engine.js';
import { FORM } from './identifier-form.js';
import { OWN, requireKeys, requireOwnLog } from './own-log.js';
import { hasData, hasRecords, logOf, recordsOf } from './stores.js';
import { keysInFile } from './take-over.js';

/**
 * An engine for dry runs: it reads the log and the keys of the installation, and keeps everything that it would write in
 * memory. It creates no files. Throws `AnotherLog` if the records belong to another log.
 */
export const openTrialEngine = async (configuration: Configuration): Promise<Engine> => {
  const catalogue = annalsCatalogue(configuration);
  const records = await recordsInMemory(configuration);
  const stored = hasData(configuration) ? await logOf(configuration) : new MemoryEventStore();
  try {
    await requireOwnLog(stored, records, configuration);
    await requireKeys(stored, records, configuration);
    const log = await trialOf(new UpcastingEventStore(stored, catalogue.contracts, { unknownTypes: 'unreadable' }));
    const keys = await loadKeys(records, configuration.tokenSecret);
    return {
      ...{ configuration, catalogue, log, documents: new MemoryDocumentStore(), records, blobs: new MemoryBlobStore() },
      ...{ accounts: new AccountStore(records), keys, naming: namingOf(keys.blind) },
      engines: new EngineWatch(configuration),
    };
  } catch (error) {
    await stored.close();
    throw error;
  }
};

const trialOf = async (log: EventStore) => new TrialEventStore(log, await log.head(), await log.identity());

/** What a trial needs of the records: the keys, which log they belong to, and how its unique values are reserved. */
const recordsInMemory = async (configuration: Configuration): Promise<RecordStore> => {
  const copy = new MemoryRecordStore();
  const fromFile = await keysInFile(configuration.dataDir);
  if (fromFile) await createRecord(copy, keysRecord(fromFile));
  if (!hasRecords(configuration)) return copy;

  const records = await recordsOf(configuration);
  try {
    for (const { kind, id } of [KEYS, OWN, FORM]) {
      const record = await records.get(kind, id);
      if (record) await createRecord(copy, record);
    }
  } finally {
    await records.close();
  }
  return copy;
};
