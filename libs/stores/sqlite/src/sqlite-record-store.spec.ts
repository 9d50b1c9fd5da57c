import { NO_RECORD } from '@annals/event-sourcing';
import { recordStoreContract } from '@annals/testing';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteRecordStore } from './sqlite-record-store.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-records-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = () => join(folder, `${(files += 1)}.db`);

describe('SqliteRecordStore', () => {
  recordStoreContract(() => {
    const file = newFile();
    return () => new SqliteRecordStore({ file });
  });

  it('still has everything when it is opened again', async () => {
    const file = newFile();
    const store = new SqliteRecordStore({ file });
    const stored = await store.put({ kind: 'account', id: 'ann', body: { name: 'Ann' }, keys: ['ann'] }, NO_RECORD);
    await store.close();
    const again = new SqliteRecordStore({ file });
    expect(await again.find('account', 'ann')).toEqual(stored);
    await again.close();
  });

  it('keeps its files from other users of the machine', async () => {
    const store = new SqliteRecordStore({ file: join(folder, 'private.db') });
    await store.put({ kind: 'account', id: 'ann', body: {} }, NO_RECORD);
    const names = readdirSync(folder).filter((name) => name.startsWith('private.db'));
    expect(names.map((name) => statSync(join(folder, name)).mode & 0o777)).toEqual(names.map(() => 0o600));
    await store.close();
  });
});
