import { NO_STREAM } from '@annals/event-sourcing';
import { newEvent } from '@annals/testing';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-changed-'));
afterAll(() => rmSync(folder, { recursive: true }));

it.each(['{', 'null', '"text"', '[]', '{"data":3}'])(
  'marks an event as unreadable whose content in the file was changed to %s',
  async (body) => {
    const file = join(mkdtempSync(join(folder, 'log-')), 'events.db');
    const written = new SqliteEventStore({ file });
    await written.append('a', NO_STREAM, [newEvent('1'), newEvent('2')]);
    await written.close();
    const database = new Database(file);
    database.exec('DROP TRIGGER events_never_change');
    database.prepare('UPDATE events SET body = ? WHERE position = 1').run(body);
    database.close();
    const store = new SqliteEventStore({ file });
    const [first, second] = await store.read('a');
    const unreadable = { reason: 'NotJson' };
    expect(first).toMatchObject({
      id: '1',
      type: 'Noted',
      stream: 'a',
      revision: 0,
      position: 1,
      data: {},
      unreadable,
    });
    expect(second).toMatchObject({ id: '2', data: { note: '2' } });
    await store.close();
  },
);
