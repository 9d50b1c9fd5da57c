import { NO_RECORD, type ExpectedRevision, type RecordStore } from '@annals/event-sourcing';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Mapping } from './mapping.js';
import type { Source } from './source.js';

const KIND = 'import';

const state = z.object({
  fingerprint: z.string(),
  /** The number of finished rows of each pass, counted from the first row. */
  rows: z.array(z.number().int().min(0)),
  /** The number of parts of the error file with the problems of these rows. */
  parts: z.number().int().min(0),
  /** The bytes of these parts. */
  bytes: z.number().int().min(0),
});
export type JournalState = z.infer<typeof state>;

/** An unfinished import as it is recorded. */
export const journalRecord = (job: string, body: JournalState) => ({ kind: KIND, id: job, body });

/** The progress of an import, so that it can be resumed after a crash. Deleted when the import has finished. */
export class Journal {
  private revision: ExpectedRevision = NO_RECORD;

  constructor(
    private readonly records: RecordStore,
    private readonly job: string,
    private readonly fingerprint: string,
  ) {}

  /** The journal of an earlier run of the same mapping and files; others are ignored. */
  async read(): Promise<Omit<JournalState, 'fingerprint'> | undefined> {
    const record = await this.records.get(KIND, this.job);
    this.revision = record?.revision ?? NO_RECORD;
    const found = state.safeParse(record?.body).data;
    return found?.fingerprint === this.fingerprint ? found : undefined;
  }

  /** Throws `RecordConflict` if another process runs the same import. */
  async write({ rows, parts, bytes }: Omit<JournalState, 'fingerprint'>) {
    const body: JournalState = { fingerprint: this.fingerprint, rows, parts, bytes };
    this.revision = (await this.records.put(journalRecord(this.job, body), this.revision)).revision;
  }

  async remove() {
    if (this.revision !== NO_RECORD) await this.records.delete(KIND, this.job, this.revision);
    this.revision = NO_RECORD;
  }
}

/** Identifies a mapping and its files. */
export const fingerprintOf = async (mapping: Mapping, files: Readonly<Record<string, Source>>): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify(mapping));
  for (const [name, source] of Object.entries(files).toSorted(byName)) {
    const { facts, bytes } = await source.print();
    hash.update(JSON.stringify([name, ...facts]));
    for (const part of bytes) hash.update(part);
  }
  return hash.digest('hex');
};

const byName = ([one]: readonly [string, Source], [other]: readonly [string, Source]) => (one < other ? -1 : 1);
