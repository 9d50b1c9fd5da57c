import { BlobStore, requireBlobName, withinLimit, type BlobContent, type BlobInfo } from '@annals/event-sourcing';
import { GridFSBucket, type GridFSFile, type MongoClient, type ObjectId, type Sort } from 'mongodb';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { databaseOf } from './connecting.js';
import { compare } from './scalars.js';

const BUCKET = 'annals.blobs';
const NEWEST: Sort = { uploadDate: -1, _id: -1 };

export type MongoBlobOptions = {
  /** May contain the name of the database; default `annals`. */
  readonly url: string;
};

/** Files in the GridFS bucket `annals.blobs` of a MongoDB, acknowledged by a majority of its servers. */
export class MongoBlobStore extends BlobStore {
  private readonly client: MongoClient;
  private readonly bucket: GridFSBucket;

  constructor({ url }: MongoBlobOptions) {
    super();
    const { client, database } = databaseOf(url);
    this.client = client;
    this.bucket = new GridFSBucket(database, { bucketName: BUCKET, writeConcern: { w: 'majority', journal: true } });
  }

  async put(name: string, content: BlobContent, limit: number): Promise<BlobInfo> {
    const replaced = await this.versions(requireBlobName(name)); // one that is stored meanwhile is not replaced, or both would be removed
    const stored = await this.upload(name, withinLimit(name, content, limit));
    for (const { _id } of replaced) await this.remove(_id);
    return { name, ...stored };
  }

  async get(name: string): Promise<BlobContent | undefined> {
    const file = await this.newest(name);
    return file && this.bucket.openDownloadStream(file._id);
  }

  async stat(name: string): Promise<BlobInfo | undefined> {
    const file = await this.newest(name);
    if (!file) return undefined;
    const hash = createHash('sha256');
    for await (const chunk of this.bucket.openDownloadStream(file._id) as BlobContent) hash.update(chunk);
    return { name, bytes: file.length, sha256: hash.digest('hex') };
  }

  async list(prefix: string) {
    const files = await this.bucket.find({}, { projection: { filename: 1 } }).toArray();
    const names = new Set(files.map(({ filename }) => filename));
    return [...names].filter((name) => name.startsWith(prefix)).toSorted(compare);
  }

  async delete(name: string) {
    for (const { _id } of await this.versions(requireBlobName(name))) await this.remove(_id);
  }

  async close() {
    await this.client.close();
  }

  /** The file becomes visible when its last part has been stored. */
  private async upload(name: string, content: BlobContent) {
    const upload = this.bucket.openUploadStream(name);
    const failed = once(upload, 'error').then(([error]: unknown[]) => Promise.reject(error as Error));
    failed.catch(() => undefined); // it can fail before it is awaited
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for await (const chunk of content) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        if (!upload.write(chunk)) await Promise.race([once(upload, 'drain'), failed]);
      }
      upload.end();
      await Promise.race([once(upload, 'finish'), failed]);
    } catch (error) {
      await upload.abort().catch(() => undefined); // the first error is more useful
      throw error;
    }
    return { bytes, sha256: hash.digest('hex') };
  }

  private async newest(name: string): Promise<GridFSFile | undefined> {
    return (await this.versions(requireBlobName(name), 1))[0];
  }

  private versions(name: string, limit = 0): Promise<GridFSFile[]> {
    return this.bucket.find({ filename: name }, { sort: NEWEST, limit }).toArray();
  }

  /** Another process may have removed it meanwhile. */
  private async remove(id: ObjectId) {
    await this.bucket.delete(id).catch((error: unknown) => {
      if (!/FileNotFound|file not found/i.test(String(error))) throw error;
    });
  }
}
