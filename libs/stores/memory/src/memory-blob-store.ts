import {
  BlobStore,
  compareScalars,
  requireBlobName,
  withinLimit,
  type BlobContent,
  type BlobInfo,
} from '@annals/event-sourcing';
import { createHash } from 'node:crypto';

/** Files in memory. */
export class MemoryBlobStore extends BlobStore {
  private readonly kept = new Map<string, Buffer>();

  async put(name: string, content: BlobContent, limit: number) {
    requireBlobName(name);
    const bytes = Buffer.concat(await Array.fromAsync(withinLimit(name, content, limit)));
    this.kept.set(name, bytes);
    return infoOf(name, bytes);
  }

  async get(name: string): Promise<BlobContent | undefined> {
    const bytes = this.kept.get(requireBlobName(name));
    return bytes && onePart(bytes);
  }

  async stat(name: string) {
    const bytes = this.kept.get(requireBlobName(name));
    return bytes && infoOf(name, bytes);
  }

  async list(prefix: string) {
    return [...this.kept.keys()].filter((name) => name.startsWith(prefix)).toSorted(compareScalars);
  }

  async delete(name: string) {
    this.kept.delete(requireBlobName(name));
  }

  async close() {}
}

async function* onePart(bytes: Buffer): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield Buffer.from(bytes);
}

const infoOf = (name: string, bytes: Buffer): BlobInfo => ({
  ...{ name, bytes: bytes.length },
  sha256: createHash('sha256').update(bytes).digest('hex'),
});
