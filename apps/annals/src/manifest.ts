import { createHash } from 'node:crypto';
import { open, readFile } from 'node:fs/promises';
import { isAbsolute, join, normalize, sep } from 'node:path';
import { z } from 'zod';

/** It is written last: a folder without it is no back-up yet. */
export const MANIFEST = 'manifest.json';
/** The folder of a back-up that holds what was in the data folder. */
export const DATA = 'data';
/** The log's name in the data folder. */
export const LOG = 'events.db';

/** Whether a relative path leads to somewhere in the folder that it starts from. */
export const isInside = (path: string): boolean => !isAbsolute(path) && normalize(path).split(sep)[0] !== '..';

const copied = z.object({
  /** In the data folder, with slashes. */
  name: z.string().min(1).refine(isInside),
  bytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type CopiedFile = z.infer<typeof copied>;

const manifest = z.object({
  format: z.literal(1),
  /** Of Annals. */
  version: z.string(),
  takenAt: z.iso.datetime(),
  /** Of the last event in the log. */
  position: z.int().min(0),
  files: z.array(copied),
});
/** What a back-up holds, so that a damaged one is known before it is used. */
export type Manifest = z.infer<typeof manifest>;

/** Throws if the folder holds no back-up that was finished. */
export const readManifest = async (folder: string): Promise<Manifest> => {
  const found = manifest.safeParse(await jsonIn(join(folder, MANIFEST)));
  if (found.success) return found.data;
  throw new Error(`${folder} holds no complete back-up: its ${MANIFEST} is missing or damaged.`);
};

const jsonIn = async (path: string): Promise<unknown> => {
  try {
    return JSON.parse(await readFile(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/** A file as a manifest names it, once it is on the disk for good. */
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
