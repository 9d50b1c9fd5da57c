import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { Mapping } from './mapping.js';

const state = z.object({
  fingerprint: z.string(),
  /** The number of finished rows of each pass, counted from the first row. */
  rows: z.array(z.number().int().min(0)),
  errorBytes: z.number().int().min(0),
});
export type JournalState = z.infer<typeof state>;

/** The progress of an import, so that it can be resumed after a crash. Deleted when the import has finished. */
export class Journal {
  constructor(
    private readonly path: string | undefined,
    private readonly fingerprint: string,
  ) {}

  /** The journal of an earlier run of the same mapping and files; others are ignored. */
  read(): Omit<JournalState, 'fingerprint'> | undefined {
    const found = this.path === undefined ? undefined : state.safeParse(readJson(this.path)).data;
    return found?.fingerprint === this.fingerprint ? found : undefined;
  }

  write({ rows, errorBytes }: Omit<JournalState, 'fingerprint'>) {
    if (this.path === undefined) return;
    const next = `${this.path}.next`;
    const file = openSync(next, 'w');
    writeSync(file, JSON.stringify({ fingerprint: this.fingerprint, rows, errorBytes } satisfies JournalState));
    fsyncSync(file);
    closeSync(file);
    renameSync(next, this.path);
  }

  remove() {
    if (this.path !== undefined) rmSync(this.path, { force: true });
  }
}

const readJson = (path: string): unknown => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    // No valid journal: the import starts over, which is always correct.
    return undefined;
  }
};

const SAMPLE = 1 << 16; // bytes

/** Identifies a mapping and its files by their names, sizes, modification times, first and last bytes. */
export const fingerprintOf = async (mapping: Mapping, files: Readonly<Record<string, string>>): Promise<string> => {
  const hash = createHash('sha256').update(JSON.stringify(mapping));
  for (const [name, path] of Object.entries(files).toSorted()) {
    const file = await open(path);
    try {
      const { size, mtimeMs } = await file.stat();
      hash.update(JSON.stringify([name, size, mtimeMs]));
      for (const position of [0, Math.max(0, size - SAMPLE)]) {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, position);
        hash.update(buffer.subarray(0, bytesRead));
      }
    } finally {
      await file.close();
    }
  }
  return hash.digest('hex');
};
