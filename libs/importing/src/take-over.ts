import { createRecord, type BlobStore, type RecordStore } from '@annals/event-sourcing';
import { createReadStream, readFileSync } from 'node:fs';
import { readdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorFileOf, errorPartOf } from './error-file.js';
import { journalRecord } from './journal.js';

const JOURNAL = '.json';
const ERRORS = '-errors.csv';
const HEADER = Buffer.byteLength('file,row,line,severity,column,code,reason,original\r\n');

const journal = z.object({
  fingerprint: z.string(),
  rows: z.array(z.int().min(0)),
  errorBytes: z.int().min(0),
});

type Kept = { readonly records: RecordStore; readonly blobs: BlobStore };

/**
 * Stores the journals and error files that Annals 0.1 kept in a folder, and gives each file a suffix once its content is
 * durable. Repeatable; an unreadable journal is only renamed.
 */
export const takeOverImports = async (folder: string, { records, blobs }: Kept, suffix: string): Promise<void> => {
  const names = (await unlessMissing(readdir(folder))) ?? [];
  const done = (name: string) => unlessMissing(rename(join(folder, name), join(folder, `${name}${suffix}`)));
  for (const name of names.filter((each) => each.endsWith(JOURNAL))) {
    await takeOverJournal(folder, name.slice(0, -JOURNAL.length), { records, blobs });
    await done(name);
  }
  for (const name of names.filter((each) => each.endsWith(ERRORS))) {
    const target = errorFileOf(name.slice(0, -ERRORS.length));
    if (!(await blobs.stat(target))) await blobs.put(target, createReadStream(join(folder, name)), Infinity);
    await done(name);
  }
};

const takeOverJournal = async (folder: string, job: string, { records, blobs }: Kept) => {
  const found = journal.safeParse(jsonIn(join(folder, `${job}${JOURNAL}`))).data;
  if (!found) return; // the import starts over, which adds nothing twice
  const { fingerprint, rows, errorBytes } = found;
  const bytes = Math.max(0, errorBytes - HEADER);
  const parts = bytes > 0 ? 1 : 0;
  const problems = () => createReadStream(join(folder, `${job}${ERRORS}`), { start: HEADER, end: errorBytes - 1 });
  if (parts > 0) await blobs.put(errorPartOf(job, 1), problems(), Infinity);
  await createRecord(records, journalRecord(job, { fingerprint, rows, parts, bytes }));
};

const jsonIn = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** `undefined` if a file or folder does not exist, for example because another process has renamed it. */
const unlessMissing = async <T>(action: Promise<T>): Promise<T | undefined> => {
  try {
    return await action;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
