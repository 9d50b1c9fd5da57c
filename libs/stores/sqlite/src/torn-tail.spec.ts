import { NO_STREAM } from '@annals/event-sourcing';
import { newEvent } from '@annals/testing';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-torn-'));
afterAll(() => rmSync(folder, { recursive: true }));

const ACKNOWLEDGED = 20;

const large = (id: string) => ({ ...newEvent(id), data: { note: id.repeat(2_000) } });

/** What a crash leaves of a log in the middle of a write: the database, and its journal before and after the write. */
const crash = async () => {
  const file = join(mkdtempSync(join(folder, 'crash-')), 'events.db');
  const store = new SqliteEventStore({ file });
  for (let index = 0; index < ACKNOWLEDGED; index += 1)
    await store.append(`stream-${index}`, NO_STREAM, [newEvent(`${index}`)]);
  const before = readFileSync(`${file}-wal`);
  await store.append('torn', NO_STREAM, [large('a'), large('b'), large('c')]);
  const left = { database: readFileSync(file), before, after: readFileSync(`${file}-wal`) };
  await store.close();
  return left;
};

it('shows what was acknowledged and nothing of the write that was torn, wherever that was, and goes on', async () => {
  const { database, before, after } = await crash();
  const anyCut = fc.integer({ min: before.length, max: after.length - 1 });
  const anyGarbage = fc.uint8Array({ maxLength: 10_000 });
  let files = 0;

  await fc.assert(
    fc.asyncProperty(anyCut, anyGarbage, async (cut, garbage) => {
      const file = join(folder, `${(files += 1)}.db`);
      writeFileSync(file, database);
      writeFileSync(`${file}-wal`, Buffer.concat([after.subarray(0, cut), garbage]));
      const store = new SqliteEventStore({ file });
      const events = (await Array.fromAsync(store.readAll(0))).flat();
      expect(events.map(({ id }) => id)).toEqual(Array.from({ length: ACKNOWLEDGED }, (_, index) => `${index}`));
      expect(await store.append('torn', NO_STREAM, [large('a')])).toMatchObject({ position: ACKNOWLEDGED + 1 });
      await store.close();
    }),
  );
});

it('shows all of a write that was whole, whatever lies behind it', async () => {
  const { database, after } = await crash();
  const file = join(folder, 'whole.db');
  writeFileSync(file, database);
  writeFileSync(`${file}-wal`, Buffer.concat([after, Buffer.alloc(5_000, 7)]));
  const store = new SqliteEventStore({ file });
  expect(await store.head()).toBe(ACKNOWLEDGED + 3);
  await store.close();
});
