import { NO_STREAM, OutcomeUnknown } from '@annals/event-sourcing';
import { eventStoreContract, newEvent } from '@annals/testing';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = () => join(folder, `${(files += 1)}.db`);

describe('SqliteEventStore', () => {
  eventStoreContract(() => {
    const file = newFile();
    return () => new SqliteEventStore({ file });
  });

  it('still has its events when it is opened again, and goes on behind them', async () => {
    const file = newFile();
    const store = new SqliteEventStore({ file });
    const appending = store.append('a', NO_STREAM, [newEvent('1')]);
    await store.close();
    expect(await appending).toMatchObject({ position: 1 });

    const again = new SqliteEventStore({ file });
    expect(await again.read('a')).toMatchObject([{ id: '1', revision: 0, position: 1 }]);
    expect(await again.append('a', 0, [newEvent('2')])).toMatchObject({ revision: 1, position: 2 });
    await again.close();
  });

  it('gives a log of an older version its identity, once', async () => {
    const file = newFile();
    const old = new SqliteEventStore({ file });
    await old.append('a', NO_STREAM, [newEvent('1')]);
    await old.close();
    const before = new Database(file);
    before.exec('DROP TABLE log');
    before.close();

    const [store, other] = [new SqliteEventStore({ file }), new SqliteEventStore({ file })];
    const log = await store.identity();
    expect(await other.identity()).toBe(log);
    expect(await store.read('a')).toMatchObject([{ id: '1', log }]);
    await store.close();
    await other.close();
  });

  it('gives every copy of a log of an older version the same identity, of its first event', async () => {
    const identityAfter = async (id: string, ...later: readonly string[]) => {
      const file = newFile();
      const old = new SqliteEventStore({ file });
      for (const [index, each] of [id, ...later].entries()) await old.append(`s-${index}`, NO_STREAM, [newEvent(each)]);
      await old.close();
      const before = new Database(file);
      before.exec('DROP TABLE log; DROP TRIGGER events_never_change');
      before.exec("UPDATE events SET recordedAt = '2026-01-05T09:00:00.000Z'");
      before.close();
      const copy = new SqliteEventStore({ file });
      const identity = await copy.identity();
      await copy.close();
      return identity;
    };
    const identity = await identityAfter('1');
    expect(identity).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/);
    expect(await identityAfter('1', '2')).toBe(identity);
    expect(await identityAfter('2')).not.toBe(identity);
  });

  it('is another log in another file', async () => {
    const [one, other] = [new SqliteEventStore({ file: newFile() }), new SqliteEventStore({ file: newFile() })];
    expect(await one.identity()).not.toBe(await other.identity());
    await one.close();
    await other.close();
  });

  it('refuses to append once it is closed', async () => {
    const store = new SqliteEventStore({ file: newFile() });
    await store.close();
    await store.close();
    await expect(store.append('a', NO_STREAM, [newEvent('1')])).rejects.toThrow('The log is closed.');
  });

  it.each([
    ['UPDATE events SET body = 1', 'an event is never changed'],
    ['DELETE FROM events', 'an event is never removed'],
    ["UPDATE log SET identity = 'other'", 'a log never becomes another one'],
    ['DELETE FROM log', 'a log never becomes another one'],
  ])('refuses %s for every caller', async (tampering, answer) => {
    const file = newFile();
    const store = new SqliteEventStore({ file });
    await store.append('a', NO_STREAM, [newEvent('1')]);
    const stranger = new Database(file);
    expect(() => stranger.exec(tampering)).toThrow(answer);
    stranger.close();
    await store.close();
  });

  it('acknowledges nothing of a group that cannot be written, and goes on when it can', async () => {
    const file = newFile();
    const store = new SqliteEventStore({ file, busyTimeout: 0 });
    const stranger = new Database(file);
    stranger.exec('BEGIN IMMEDIATE');
    const appendBoth = () =>
      Promise.allSettled(['a', 'b'].map((stream) => store.append(stream, NO_STREAM, [newEvent(stream)])));
    const reason = expect.any(OutcomeUnknown) as Error;
    expect(await appendBoth()).toEqual([
      { status: 'rejected', reason },
      { status: 'rejected', reason },
    ]);
    expect(await store.head()).toBe(0);

    stranger.exec('ROLLBACK');
    stranger.close();
    expect(await appendBoth()).toMatchObject([{ value: { position: 1 } }, { value: { position: 2 } }]);
    await store.close();
  });

  it('refuses in a group only what breaks a rule', async () => {
    const file = newFile();
    const store = new SqliteEventStore({ file });
    await store.append('a', NO_STREAM, [newEvent('1')]);
    const group = await Promise.allSettled([
      store.append('b', NO_STREAM, [newEvent('2')]),
      store.append('c', NO_STREAM, [newEvent('3'), newEvent('1'), newEvent('4')]),
      store.append('a', NO_STREAM, [newEvent('5')]),
      store.append('a', NO_STREAM, [newEvent('1')]),
      store.append('b', 0, [newEvent('6')]),
    ]);
    expect(group).toMatchObject([
      { value: { position: 2 } },
      { reason: { code: 'SQLITE_CONSTRAINT_UNIQUE' } },
      { reason: { stream: 'a', expected: NO_STREAM, actual: 0 } },
      { value: { stream: 'a', revision: 0, position: 1 } },
      { value: { stream: 'b', revision: 1, position: 3 } },
    ]);
    await store.close();
  });
});
