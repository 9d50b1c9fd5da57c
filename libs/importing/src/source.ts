import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { BlobContent, BlobStore } from '@annals/event-sourcing';

/** `facts` are its size and when it was changed, as far as that can change; `bytes` are some of its content. */
export type Print = { readonly facts: readonly number[]; readonly bytes: readonly Uint8Array[] };

/** The bytes of a file to import, wherever it is kept. */
export type Source = {
  /** Its name in messages. */
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** What tells its content from that of another file, as far as that can be known without reading all of it. */
  readonly print: () => Promise<Print>;
  /** From the beginning, piece by piece. */
  readonly read: () => AsyncIterable<Uint8Array>;
};

const SAMPLE = 1 << 16; // bytes
const CHUNK = 1 << 16; // bytes

/** A file on this machine, whose print has its size, its modification time, and its first and last bytes. */
export const fileSource = async (path: string): Promise<Source> => {
  const { size } = await stat(path);
  const print = async () => {
    const file = await open(path);
    try {
      const { size: length, mtimeMs } = await file.stat();
      const parts = [0, Math.max(0, length - SAMPLE)].map(async (position) => {
        const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE), 0, SAMPLE, position);
        return buffer.subarray(0, bytesRead);
      });
      return { facts: [length, mtimeMs], bytes: await Promise.all(parts) };
    } finally {
      await file.close();
    }
  };
  return { name: path, size, print, read: () => createReadStream(path, { highWaterMark: CHUNK }) };
};

/** A stored file, which never changes; `blob` is its name in the store, `name` the one that people know. */
export const blobSource = (blobs: BlobStore, blob: string, { name, size }: Pick<Source, 'name' | 'size'>): Source => ({
  ...{ name, size },
  print: async () => ({ facts: [size], bytes: [Buffer.from(blob)] }),
  read: () => storedIn(blobs, blob),
});

async function* storedIn(blobs: BlobStore, blob: string): BlobContent {
  const content = await blobs.get(blob);
  if (!content) throw new Error(`The stored file ${blob} is missing.`);
  yield* content;
}

/** The first bytes of a file, at most `most`. */
export const headOf = async ({ read }: Source, most: number): Promise<Buffer> => {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of read()) {
    chunks.push(chunk);
    bytes += chunk.byteLength;
    if (bytes >= most) break;
  }
  return Buffer.concat(chunks).subarray(0, most);
};
