import type { RecordedEvent } from '@annals/event-sourcing';
import { newEvent } from '@annals/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyDatabase, copyLog, SqliteDocumentStore, SqliteEventStore } from './index.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-copy-'));
afterAll(() => rmSync(folder, { recursive: true }));
const fileOf = (name: string) => join(folder, name);

const everything = async (file: string): Promise<readonly RecordedEvent[]> => {
  const log = new SqliteEventStore({ file });
  const events = (await Array.fromAsync(log.readAll(0))).flat();
  await log.close();
  return events;
};

it('copies the log as it was when the copy began, while others append', async () => {
  const log = new SqliteEventStore({ file: fileOf('events.db') });
  const append = (index: number) => log.append(`customer-${index}`, -1, [newEvent(`event-${index}`)]);
  for (let index = 1; index <= 10_000; index += 1) void append(index);
  await append(10_001);

  const appended: Promise<unknown>[] = [];
  const head = await copyLog(fileOf('events.db'), fileOf('copy.db'), () =>
    appended.push(append(20_000 + appended.length)),
  );

  const copied = await everything(fileOf('copy.db'));
  expect(copied[0]).toEqual((await log.read('customer-1'))[0]);
  expect(head).toBe(10_001);
  expect(copied.map(({ position }) => position)).toEqual(copied.map((_, index) => index + 1));
  expect(copied).toHaveLength(head);
  await Promise.all(appended);
  expect(appended.length).toBeGreaterThan(1);
  expect(await log.head()).toBe(head + appended.length);
  await log.close();
});

it('copies an empty log', async () => {
  await new SqliteEventStore({ file: fileOf('empty.db') }).close();
  expect(await copyLog(fileOf('empty.db'), fileOf('empty-copy.db'))).toBe(0);
  expect(await everything(fileOf('empty-copy.db'))).toEqual([]);
});

it('copies documents with their checkpoints', async () => {
  const documents = new SqliteDocumentStore({ file: fileOf('views.db') });
  await documents.open({ name: 'page-v1', fields: {}, indexes: [] });
  const writes = [{ id: 'a', position: 7, body: { name: 'A' }, fields: {} }];
  await documents.commit([{ collection: 'page-v1', writes, checkpoint: { expected: 0, next: 7 } }]);
  await copyDatabase(fileOf('views.db'), fileOf('views-copy.db'));
  await documents.close();

  const copy = new SqliteDocumentStore({ file: fileOf('views-copy.db') });
  expect(await copy.checkpoint('page-v1')).toBe(7);
  expect(await copy.get('page-v1', ['a'])).toEqual([{ id: 'a', position: 7, body: { name: 'A' } }]);
  await copy.close();
});

it('does not make a file that it was to copy', async () => {
  await expect(copyDatabase(fileOf('nowhere.db'), fileOf('nothing.db'))).rejects.toThrow('unable to open');
});
