import { allRecords, type BlobStore, createRecord, type RecordStore } from '@annals/event-sourcing';

/** Copies all records with their keys. Records that exist in the target are not changed, so that it can be repeated. */
export const copyRecords = async (from: RecordStore, to: RecordStore): Promise<void> => {
  for (const kind of await from.kinds())
    for await (const { id, body } of allRecords(from, kind))
      await createRecord(to, { kind, id, body, keys: await from.keysOf(kind, id) });
};

/** Copies all files that the target does not have, but not what is deleted meanwhile. Returns the names of what was copied. */
export const copyBlobs = async (from: BlobStore, to: BlobStore): Promise<readonly string[]> => {
  const known = new Set(await to.list(''));
  const copied: string[] = [];
  for (const name of await from.list('')) {
    const content = known.has(name) ? undefined : await from.get(name);
    if (!content) continue;
    await to.put(name, content, Infinity);
    copied.push(name);
  }
  return copied;
};
