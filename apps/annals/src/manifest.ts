import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { z } from 'zod';

/** Written last: a folder without it is not a complete backup. */
export const MANIFEST = 'manifest.json';
/** The folder of a backup that contains the files of the data folder. */
export const DATA = 'data';
/** The name of the log in the data folder. */
export const LOG = 'events.db';
/** The name of the records in the data folder, and in every backup. */
export const RECORDS = 'records.db';
/** The name of the views in the data folder. */
export const VIEWS = 'views.db';

/** Whether a relative path stays within the folder that it starts from. */
export const isInside = (path: string): boolean => !isAbsolute(path) && normalize(path).split(sep)[0] !== '..';

const copied = z.object({
  /** Relative to the data folder, with slashes. */
  name: z.string().min(1).refine(isInside),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CopiedFile = z.infer<typeof copied>;

const manifest = z.object({
  format: z.literal(1),
  /** The version of Annals. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  /** The position of the last event in the log; `null` if the log is in an EventStoreDB, which has its own backup. */
  position: z.int().min(0).nullable(),
  files: z.array(copied),
});
/** The content of a backup, so that a damaged one is detected before it is used. */
export type Manifest = z.infer<typeof manifest>;

/** Throws if the folder contains no complete backup. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const found = manifest.safeParse(await jsonIn(join(folder, MANIFEST)));
  if (found.success) return found.data;
  throw new Error(`${folder} contains no complete backup: its ${MANIFEST} is missing or damaged.`);
};

const jsonIn = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** A file as the manifest lists it, after it has been flushed to disk. */
export const sealed = async (folder: string, name: string): Promise<CopiedFile> => {
  const file = await open(join(folder, name), 'r+');
  try {
    await file.sync();
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of file.createReadStream({ autoClose: false }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      bytes += chunk.length;
    }
    return { name, bytes, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
};
