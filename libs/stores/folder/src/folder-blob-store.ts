import { BlobStore, requireBlobName, withinLimit, type BlobContent, type BlobInfo } from '@annals/event-sourcing';
import { createHash, randomUUID } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';

/** The folder of incomplete files; its name cannot be that of a stored file. */
export const INCOMING = '.incoming';
const FORGOTTEN = 86_400_000; // ms; what a killed process left is removed

export type FolderBlobOptions = { readonly folder: string };

/** Files in a folder, which is created at the first write and which only its owner may read. */
export class FolderBlobStore extends BlobStore {
  private readonly folder: string;

  constructor({ folder }: FolderBlobOptions) {
    super();
    this.folder = folder;
  }

  async put(name: string, content: BlobContent, limit: number): Promise<BlobInfo> {
    const target = this.pathOf(name);
    const incoming = join(this.folder, INCOMING, randomUUID());
    await mkdir(dirname(incoming), { recursive: true, mode: 0o700 });
    await this.sweep();
    try {
      const info = await write(incoming, name, withinLimit(name, content, limit));
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(incoming, target);
      await syncUpTo(this.folder, dirname(target));
      return info;
    } finally {
      await rm(incoming, { force: true });
    }
  }

  async get(name: string): Promise<BlobContent | undefined> {
    const path = this.pathOf(name);
    const file = await unlessMissing(open(path, constants.O_RDONLY));
    return file && createReadStream(path, { fd: file });
  }

  async stat(name: string): Promise<BlobInfo | undefined> {
    const content = await this.get(name);
    if (!content) return undefined;
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const chunk of content) {
      hash.update(chunk);
      bytes += chunk.byteLength;
    }
    return { name, bytes, sha256: hash.digest('hex') };
  }

  async list(prefix: string) {
    const entries = (await unlessMissing(readdir(this.folder, { recursive: true, withFileTypes: true }))) ?? [];
    const names = entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) =>
        join(parentPath, name)
          .slice(this.folder.length + 1)
          .replaceAll(sep, '/'),
      );
    return names.filter((name) => name.startsWith(prefix) && !name.startsWith(INCOMING)).toSorted(byCodePoint);
  }

  async delete(name: string) {
    const path = this.pathOf(name);
    if (!(await unlessMissing(access(path).then(() => true)))) return;
    await rm(path, { force: true });
    await sync(dirname(path));
  }

  async close() {}

  private pathOf(name: string) {
    return join(this.folder, requireBlobName(name));
  }

  private async sweep() {
    const folder = join(this.folder, INCOMING);
    for (const name of await readdir(folder)) {
      const { mtimeMs = Infinity } = (await unlessMissing(stat(join(folder, name)))) ?? {};
      if (Date.now() - mtimeMs > FORGOTTEN) await rm(join(folder, name), { force: true });
    }
  }
}

const write = async (path: string, name: string, content: BlobContent): Promise<BlobInfo> => {
  const file = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of content) {
      await file.writeFile(chunk);
      hash.update(chunk);
      bytes += chunk.byteLength;
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { name, bytes, sha256: hash.digest('hex') };
};

/** Folders between may be new as well. */
const syncUpTo = async (root: string, folder: string): Promise<void> => {
  await sync(folder);
  if (folder !== root) await syncUpTo(root, dirname(folder));
};

const sync = async (folder: string) => {
  if (process.platform === 'win32') return; // folders cannot be opened there
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

const unlessMissing = async <T>(action: Promise<T>): Promise<T | undefined> => {
  try {
    return await action;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};

const byCodePoint = (one: string, other: string) => Buffer.compare(Buffer.from(one), Buffer.from(other));
