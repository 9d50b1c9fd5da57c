import type { BlobContent } from '@annals/event-sourcing';
import { MemoryBlobStore, MemoryRecordStore } from '@annals/store-memory';
import { createHash } from 'node:crypto';
import { Contents } from './contents.js';

const DAY = 86_400_000; // ms
const later = (days: number) => new Date(Date.now() + days * DAY);

let [blobs, records] = [new MemoryBlobStore(), new MemoryRecordStore()];
let contents: Contents;
beforeEach(() => {
  [blobs, records] = [new MemoryBlobStore(), new MemoryRecordStore()];
  contents = new Contents(blobs, records);
});

async function* partsOf(text: string): BlobContent {
  for (const part of text) yield Buffer.from(part);
}

const sha256Of = (text: string) => createHash('sha256').update(text).digest('hex');

const kept = async (text: string) => {
  const arrived = await contents.receive(partsOf(text), 100);
  await contents.keep(arrived);
  await contents.discard(arrived);
  return arrived;
};

const read = async (sha256: string) => {
  const content = await contents.get(sha256);
  return content && Buffer.concat(await Array.fromAsync(content)).toString();
};

it('stores content once by its hash, and nothing else', async () => {
  const { sha256, bytes, start } = await kept('licence');
  await kept('licence');
  expect({ sha256, bytes, start: start.toString() }).toEqual({
    sha256: sha256Of('licence'),
    bytes: 7,
    start: 'licence',
  });
  expect(await read(sha256)).toBe('licence');
  expect(await blobs.list('')).toEqual([`attachments/${sha256.slice(0, 2)}/${sha256}`]);
});

it('stores nothing that is too large', async () => {
  await expect(contents.receive(partsOf('x'.repeat(101)), 100)).rejects.toThrow('larger than 100');
  expect(await blobs.list('')).toEqual([]);
});

it('deletes after a day what no attachment needs, and keeps what one needs', async () => {
  const [needed, other] = [await kept('needed'), await kept('other')];
  const isNeeded = async (sha256: string) => sha256 === needed.sha256;
  await contents.sweep(isNeeded);
  expect(await read(other.sha256)).toBe('other');
  await contents.sweep(isNeeded, later(2));
  expect([await read(needed.sha256), await read(other.sha256)]).toEqual(['needed', undefined]);
  expect(await records.list('attachment-content', { limit: 10 })).toHaveLength(1);
});

it('deletes after a day what was never kept', async () => {
  await contents.receive(partsOf('lost'), 100);
  await contents.sweep(async () => true);
  expect(await blobs.list('')).toHaveLength(1);
  await contents.sweep(async () => true, later(2));
  expect(await blobs.list('')).toEqual([]);
});

it('keeps what is attached anew while it is looked at', async () => {
  const { sha256 } = await kept('again');
  const isNeeded = async () => {
    await kept('again');
    return false;
  };
  await contents.sweep(isNeeded, later(2));
  expect(await read(sha256)).toBe('again');
});

it('goes on after a collection that was given up', async () => {
  const { sha256 } = await kept('again');
  const since = new Date(Date.now() - 61_000).toISOString();
  const [record] = await records.list('attachment-content', { limit: 1 });
  const body = { storedAt: since, collectedSince: since };
  await records.put({ kind: 'attachment-content', id: sha256, body }, record!.revision);
  await kept('again');
  expect(await read(sha256)).toBe('again');
});
