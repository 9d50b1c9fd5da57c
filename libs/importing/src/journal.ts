import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { z } from 'zod';
import type { Mapping } from './mapping.js';

const state = z.object({
  fingerprint: z.string(),
  /** The rows of each pass that are done, all of them from the first one on. */
  rows: z.array(z.number().int().min(0)),
  errorBytes: z.number().int().min(0),
});
export type JournalState = z.infer<typeof state>;

/** How far an import has come, so that it can go on after a crash. Gone when the import is at its end. */
export class Journal {
  constructor(
    private readonly path: string | undefined,
    private readonly fingerprint: string,
  ) {}

  /** What an earlier run of the same mapping and files left; of anything else nothing is taken over. */
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
    // No journal, or not one of ours: the import begins at the beginning, which is always right.
    return undefined;
  }
};

const SAMPLE = 1 << 16; // bytes

/** The same for the same mapping over the same files: their names, sizes, times of change, beginnings and ends. */
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
