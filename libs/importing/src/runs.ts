import { NO_RECORD, type RecordStore, type StoredRecord } from '@annals/event-sourcing';
import { z } from 'zod';

const KIND = 'import-run';
const MOST = 1_000; // imports

const counts = z.object({
  withdrawn: z.int().min(0),
  changedBack: z.int().min(0),
  kept: z.int().min(0),
});
/** How many records an undo has withdrawn, changes it has changed back, and how many of both it has kept. */
export type UndoCounts = z.infer<typeof counts>;

const run = z.object({
  mapping: z.string(),
  /** The names of the files, without their folders. */
  files: z.array(z.string()),
  startedAt: z.string(),
  /** `null` until it has reached the end of its files. */
  finishedAt: z.string().nullable(),
  rows: z.int().min(0),
  failed: z.int().min(0),
  /** The last undo; `finishedAt` is `null` while it runs, or if it was stopped. */
  undo: z
    .object({ startedAt: z.string(), finishedAt: z.string().nullable(), by: z.string(), ...counts.shape })
    .nullable(),
});
/** What is remembered of an import. */
export type ImportRun = z.infer<typeof run>;

export type KnownRun = ImportRun & { readonly id: string };

const NEW: ImportRun = {
  ...{ mapping: '', files: [], startedAt: '', finishedAt: null },
  ...{ rows: 0, failed: 0, undo: null },
};

/** Remembers something more of an import. Throws `RecordConflict` if another process does so at the same moment. */
export const noteRun = async (
  records: RecordStore,
  id: string,
  change: (known: ImportRun) => Partial<ImportRun>,
): Promise<void> => {
  const record = await records.get(KIND, id);
  const known = run.safeParse(record?.body).data ?? NEW;
  await records.put({ kind: KIND, id, body: { ...known, ...change(known) } }, record?.revision ?? NO_RECORD);
};

/** What is remembered of one import; `undefined` if there is no such import. */
export const importRun = async (records: RecordStore, id: string): Promise<KnownRun | undefined> =>
  knownIn(await records.get(KIND, id));

/** The imports, by their ids; at most 1,000. */
export const importRuns = async (records: RecordStore): Promise<readonly KnownRun[]> => {
  const found = await records.list(KIND, { limit: MOST });
  return found.flatMap((record) => knownIn(record) ?? []);
};

const knownIn = (record: Pick<StoredRecord, 'id' | 'body'> | undefined): KnownRun | undefined => {
  const { data } = run.safeParse(record?.body);
  return record && data && { id: record.id, ...data };
};
