import { allRecords, BlobStore, BlobTooLarge, NO_RECORD, RecordStore, type BlobContent } from '@annals/event-sourcing';
import { Configuration } from '@annals/configuration';
import { blobSource, type Source } from '@annals/importing';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { importProblems } from './imports.problems.js';
import { openTask } from './task.js';
import { Tasks } from './tasks.js';

const KIND = 'import-file';
const AT_ONCE = 4; // files that a process receives
const MOST = 50; // files that are kept
const STALE = 86_400_000; // ms, after which a file that has not arrived never will

const stored = z.object({
  name: z.string(),
  /** `null` while it arrives. */
  bytes: z.int().nullable(),
  uploadedAt: z.string(),
  by: z.string(),
});

/** A file that was sent to be imported. */
export type ImportUpload = {
  /** @example 5c0f1a2b-3d4e-4f60-8a71-92b3c4d5e6f7 */
  readonly fileId: string;
  /** @example customers.csv */
  readonly name: string;
  readonly bytes: number;
  readonly uploadedAt: string;
};

/** The name of the stored file. */
export const blobOf = (fileId: string): string => `uploads/${fileId}.csv`;

/** Files that were sent. The newest 50 are kept, and those that something reads. */
@Injectable()
export class Uploads {
  private arriving = 0;

  constructor(
    private readonly records: RecordStore,
    private readonly blobs: BlobStore,
    private readonly tasks: Tasks,
    private readonly settings: Configuration,
  ) {}

  /** Stores a file as it arrives. Throws `HttpProblem` 400 `UploadEmpty`, 413 `UploadTooLarge`, 429 `TooManyUploads`, and errors of the content. */
  async store(
    content: BlobContent,
    { name, by }: { readonly name: string; readonly by: string },
  ): Promise<ImportUpload> {
    if (this.arriving >= AT_ONCE)
      throw importProblems.problem('TooManyUploads', { most: AT_ONCE }, { 'Retry-After': '5' });
    this.arriving += 1;
    try {
      await this.removeOld();
      return await this.receive(content, { name, by });
    } finally {
      this.arriving -= 1;
    }
  }

  /** Throws `HttpProblem` 404 `UploadNotFound`. */
  async find(fileId: string): Promise<ImportUpload> {
    return uploadIn(await this.records.get(KIND, fileId)) ?? importProblems.fail('UploadNotFound', { id: fileId });
  }

  /** Throws `HttpProblem` 404 `UploadNotFound`. */
  async source(fileId: string): Promise<Source> {
    const { name, bytes: size } = await this.find(fileId);
    return blobSource(this.blobs, blobOf(fileId), { name, size });
  }

  /** Throws `HttpProblem` 404 `UploadNotFound` and 409 `UploadInUse`. */
  async delete(fileId: string): Promise<void> {
    await this.find(fileId);
    const id = (await this.inUse()).get(fileId);
    if (id !== undefined) throw importProblems.problem('UploadInUse', { id });
    await this.remove(fileId);
  }

  private async receive(content: BlobContent, { name, by }: { readonly name: string; readonly by: string }) {
    const [id, uploadedAt] = [randomUUID(), new Date().toISOString()];
    const entry = (bytes: number | null) => ({ kind: KIND, id, body: { name, bytes, uploadedAt, by } });
    // First, so that what a killed process leaves is found again.
    const { revision } = await this.records.put(entry(null), NO_RECORD);
    try {
      const { bytes } = await this.blobs.put(blobOf(id), content, this.settings.importFileLimit);
      if (bytes === 0) throw importProblems.problem('UploadEmpty');
      await this.records.put(entry(bytes), revision);
      return { fileId: id, name, bytes, uploadedAt };
    } catch (error) {
      await this.remove(id);
      if (error instanceof BlobTooLarge) throw importProblems.problem('UploadTooLarge', { most: error.limit });
      throw error;
    }
  }

  private async removeOld() {
    const [files, inUse] = [await Array.fromAsync(allRecords(this.records, KIND)), await this.inUse()];
    const known = files.map(({ id, body }) => ({ id, ...stored.parse(body) }));
    const whole = known
      .filter(({ bytes }) => bytes !== null)
      .toSorted((one, other) => (one.uploadedAt < other.uploadedAt ? 1 : -1));
    const stale = known.filter(
      ({ bytes, uploadedAt }) => bytes === null && Date.now() - Date.parse(uploadedAt) > STALE,
    );
    for (const { id } of [...whole.slice(MOST - 1), ...stale]) if (!inUse.has(id)) await this.remove(id);
  }

  /** The imports that read files, or will when they go on, by the ids of the files. */
  private async inUse(): Promise<ReadonlyMap<string, string>> {
    const reading = [...(await this.tasks.all())].filter(([, task]) => openTask(task) || task.state === 'paused');
    return new Map(
      reading.flatMap(([id, { source }]) =>
        Object.values(source?.files ?? {}).map(({ fileId }) => [fileId, id] as const),
      ),
    );
  }

  private async remove(fileId: string) {
    await this.blobs.delete(blobOf(fileId));
    const record = await this.records.get(KIND, fileId);
    if (record) await this.records.delete(KIND, fileId, record.revision).catch(() => undefined); // another process was faster
  }
}

const uploadIn = (record: { readonly id: string; readonly body: object } | undefined): ImportUpload | undefined => {
  const { data } = stored.safeParse(record?.body);
  if (!record || !data || data.bytes === null) return undefined;
  return { fileId: record.id, name: data.name, bytes: data.bytes, uploadedAt: data.uploadedAt };
};
