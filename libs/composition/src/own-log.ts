import { KEYS } from '@annals/auth/accounts';
import type { Configuration } from '@annals/configuration';
import { createRecord, type EventStore, type RecordStore } from '@annals/event-sourcing';
import { hasData } from './stores.js';

type Settings = Pick<Configuration, 'dataDir' | 'eventStoreUrl' | 'readStoreUrl'>;
type OwnLog = { readonly identity: string };

/** Kind and id of the record of the log that the records belong to. */
export const OWN = { kind: 'log', id: 'own' };

/** The accounts and keys belong to another log than the one that the settings name. */
export class AnotherLog extends Error {}

/** Throws `AnotherLog` when the records in the data folder belong to a log elsewhere, before an empty one is created. */
export const requireLogInFolder = async (records: RecordStore, settings: Configuration): Promise<void> => {
  const own = settings.readStoreUrl === undefined ? await records.get(OWN.kind, OWN.id) : undefined;
  if (own && !hasData(settings)) throw anotherLog((own.body as OwnLog).identity, undefined, settings);
};

/** Records at the first start which log the records belong to. Throws `AnotherLog` if it is another one. */
export const requireOwnLog = async (log: EventStore, records: RecordStore, settings: Settings): Promise<void> => {
  const identity = await log.identity();
  const { body } = await createRecord(records, { ...OWN, body: { identity } satisfies OwnLog });
  const own = body as OwnLog;
  if (own.identity !== identity) throw anotherLog(own.identity, identity, settings);
};

/**
 * Throws if the log has events but its keys are not recorded: with new keys, the identifiers in it would no longer be
 * unique.
 */
export const requireKeys = async (log: EventStore, records: RecordStore, { dataDir, readStoreUrl }: Settings) => {
  const { kind, id } = KEYS;
  if ((await records.get(kind, id)) || (await log.head()) === 0) return;
  const where = readStoreUrl === undefined ? dataDir : 'the database at READ_STORE_URL';
  throw new Error(`The log has events, but ${where} has no keys for it. Restore its records from a backup.`);
};

const anotherLog = (
  own: string,
  found: string | undefined,
  { dataDir, eventStoreUrl, readStoreUrl }: Settings,
): AnotherLog => {
  const [variable, where] = readStoreUrl === undefined ? ['DATA_DIR', dataDir] : ['READ_STORE_URL', 'READ_STORE_URL'];
  const named = eventStoreUrl === undefined ? `${dataDir} holds` : 'EVENT_STORE_URL names';
  return new AnotherLog(
    `The accounts and keys in ${where} belong to the log ${own}, but ${named} ${found ? `the log ${found}` : 'no log'}. ` +
      `Set EVENT_STORE_URL to the EventStoreDB with the log ${own}, or ${variable} to the records of the other log. ` +
      'To move a log into an EventStoreDB, run "annals copy-log".',
  );
};
