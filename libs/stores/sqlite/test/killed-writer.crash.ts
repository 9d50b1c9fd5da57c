import { SqliteRecordStore } from '@annals/store-sqlite';
import { killedWriterContract } from '@annals/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'annals-killed-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('SqliteRecordStore', () => {
  killedWriterContract(() => {
    const options = { file: join(folder, 'records.db') };
    const writer = { from: '@annals/store-sqlite', name: 'SqliteRecordStore', options };
    return { writer, open: () => new SqliteRecordStore(options) };
  });
});
