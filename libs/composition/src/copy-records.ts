import { allRecords, createRecord, type RecordStore } from '@annals/event-sourcing';

/** Copies all records with their keys. Records that exist in the target are not changed, so that it can be repeated. */
export const copyRecords = async (from: RecordStore, to: RecordStore): Promise<void> => {
  for (const kind of await from.kinds())
    for await (const { id, body } of allRecords(from, kind))
      await createRecord(to, { kind, id, body, keys: await from.keysOf(kind, id) });
};
