import {
  allRecords,
  BlobStore,
  changeRecord,
  RecordConflict,
  RecordStore,
  type BlobContent,
} from '@annals/event-sourcing';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';

const KIND = 'attachment-content';
const [FOLDER, INCOMING] = ['attachments/', 'attachments/incoming/'];
const DAY = 86_400_000; // ms, for which content is kept that no attachment needs yet, or any more
const COLLECTING = 60_000; // ms, after which a collection is given up
const [TURN, SAMPLE] = [100, 65_536]; // ms; bytes

type Stored = { readonly storedAt: string; readonly collectedSince: string | null };

/** Content that has arrived and has no attachment yet; `start` is its first bytes. */
export type Arrived = {
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly start: Uint8Array;
};

/** The name of stored content. */
const nameOf = (sha256: string) => `${FOLDER}${sha256.slice(0, 2)}/${sha256}`;

/** The content of attached files by its SHA-256: the same content is stored once. */
@Injectable()
export class Contents {
  constructor(
    private readonly blobs: BlobStore,
    private readonly records: RecordStore,
  ) {}

  get(sha256: string): Promise<BlobContent | undefined> {
    return this.blobs.get(nameOf(sha256));
  }

  /** Stores what arrives as it arrives. Throws `BlobTooLarge`, and errors of the content. */
  async receive(content: BlobContent, limit: number, now = new Date()): Promise<Arrived> {
    const name = `${INCOMING}${now.getTime()}-${randomUUID()}`;
    const parts: Uint8Array[] = [];
    const sampled = async function* () {
      let sampledBytes = 0;
      for await (const chunk of content) {
        if (sampledBytes < SAMPLE) parts.push(chunk.slice(0, SAMPLE - sampledBytes));
        sampledBytes += chunk.byteLength;
        yield chunk;
      }
    };
    const { bytes, sha256 } = await this.blobs.put(name, sampled(), limit);
    return { name, bytes, sha256, start: Buffer.concat(parts) };
  }

  /** Keeps what has arrived for a day at least; durable when this returns. */
  async keep({ name, bytes, sha256 }: Arrived): Promise<void> {
    await this.claim(sha256);
    const content = await this.blobs.get(name);
    if (content) await this.blobs.put(nameOf(sha256), content, bytes);
  }

  /** Forgets what has arrived. */
  discard({ name }: Pick<Arrived, 'name'>): Promise<void> {
    return this.blobs.delete(name);
  }

  /** Deletes what was stored more than a day ago and is not needed, and what never arrived as a whole. */
  async sweep(isNeeded: (sha256: string) => Promise<boolean>, now = new Date()): Promise<void> {
    const isOld = (time: number) => now.getTime() - time > DAY;
    for (const name of await this.blobs.list(INCOMING))
      if (isOld(Number.parseInt(name.slice(INCOMING.length), 10))) await this.blobs.delete(name);
    for await (const { id, revision, body } of allRecords(this.records, KIND)) {
      const { storedAt } = body as Stored;
      if (isOld(Date.parse(storedAt)) && !(await isNeeded(id))) await this.collect(id, revision, storedAt, now);
    }
  }

  /** While content is collected it cannot be kept, so that no attachment loses it. */
  private async collect(sha256: string, revision: string, storedAt: string, now: Date): Promise<void> {
    const body: Stored = { storedAt, collectedSince: now.toISOString() };
    try {
      const marked = await this.records.put({ kind: KIND, id: sha256, body }, revision);
      await this.blobs.delete(nameOf(sha256));
      await this.records.delete(KIND, sha256, marked.revision);
    } catch (error) {
      if (!(error instanceof RecordConflict)) throw error; // it is needed again
    }
  }

  private async claim(sha256: string): Promise<void> {
    let isCollected = true;
    while (isCollected) {
      const now = new Date();
      await changeRecord(this.records, { kind: KIND, id: sha256 }, (present) => {
        const { collectedSince = null } = (present?.body ?? {}) as Partial<Stored>;
        isCollected = collectedSince !== null && now.getTime() - Date.parse(collectedSince) < COLLECTING;
        return { body: isCollected ? present!.body : { storedAt: now.toISOString(), collectedSince: null } };
      });
      if (isCollected) await delay(TURN);
    }
  }
}
