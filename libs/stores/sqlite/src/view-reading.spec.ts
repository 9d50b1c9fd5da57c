import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { SqliteDocumentStore } from './sqlite-document-store.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-reading-'));
afterAll(() => rmSync(folder, { recursive: true }));

const shelf = { name: 'shelf-v1', fields: { name: 'one' }, indexes: [] } as const;

it('reads anew when another process has replaced a collection by one with the same positions', async () => {
  const file = join(folder, 'views.db');
  const [one, other] = [new SqliteDocumentStore({ file }), new SqliteDocumentStore({ file })];
  await one.open(shelf);
  await one.serve('shelf', 'shelf-v1');
  const fill = (store: SqliteDocumentStore, name: string) => {
    const write = { id: 'a', position: 1, body: { name }, fields: { name } };
    return store.commit([{ collection: 'shelf-v1', writes: [write] }]);
  };
  const read = () => one.readViews([{ view: 'shelf', ids: ['a'] }]);
  await fill(one, 'old');
  expect(await read()).toMatchObject([{ documents: [{ body: { name: 'old' } }] }]);
  await other.drop('shelf-v1');
  await other.open(shelf);
  await fill(other, 'new');
  await turn();
  expect(await read()).toMatchObject([{ documents: [{ body: { name: 'new' } }] }]);
  await Promise.all([one.close(), other.close()]);
});
