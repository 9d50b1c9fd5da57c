import { CheckpointConflict } from '@annals/event-sourcing';
import { documentStoreContract, leasesContract, servedViewsContract, viewReadsContract } from '@annals/testing';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { SqliteDocumentStore } from './sqlite-document-store.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = () => join(folder, `${(files += 1)}.db`);

const shelf = { name: 'shelf-v1', fields: { name: 'one', terms: 'many' }, indexes: [['name']] } as const;
const commit = (store: SqliteDocumentStore, expected: number, ...ids: string[]) => {
  const writes = ids.map((id) => ({
    id,
    position: expected + 1,
    body: { id },
    fields: { name: id, terms: ['all', id] },
  }));
  return store.commit([{ collection: 'shelf-v1', writes, checkpoint: { expected, next: expected + 1 } }]);
};

describe('SqliteDocumentStore', () => {
  documentStoreContract(() => new SqliteDocumentStore({ file: newFile() }));
  describe('served views', () => servedViewsContract(() => new SqliteDocumentStore({ file: newFile() })));
  describe('reads of several views', () => viewReadsContract(() => new SqliteDocumentStore({ file: newFile() })));
  describe('leases', () => leasesContract((now) => new SqliteDocumentStore({ file: newFile(), now })));

  it('still has everything when it is opened again', async () => {
    const file = newFile();
    const store = new SqliteDocumentStore({ file });
    await store.open(shelf);
    await store.serve('shelf', 'shelf-v1');
    await commit(store, 0, 'a');
    await store.close();

    const again = new SqliteDocumentStore({ file });
    await again.open({ ...shelf, indexes: [['name'], []] });
    expect(await again.checkpoint('shelf-v1')).toBe(1);
    expect(await again.served('shelf')).toBe('shelf-v1');
    expect(await again.get('shelf-v1', ['a'])).toEqual([{ id: 'a', position: 1, body: { id: 'a' } }]);
    await again.close();
  });

  it('lets one of two processes move a checkpoint, and shows each what the other wrote', async () => {
    const file = newFile();
    const [one, other] = [new SqliteDocumentStore({ file }), new SqliteDocumentStore({ file })];
    await one.open(shelf);
    await commit(other, 0, 'a');
    await expect(commit(one, 0, 'b')).rejects.toThrow(CheckpointConflict);
    expect(await one.count('shelf-v1', [{ field: 'terms', is: 'a' }])).toBe(1);
    await other.drop('shelf-v1');
    await turn(); // reads of one turn see one moment
    expect(await one.find('shelf-v1', { limit: 1 })).toEqual({ documents: [], next: null });
    await Promise.all([one.close(), other.close()]);
  });

  it('reads several views as another process last wrote, served and dropped them', async () => {
    const file = newFile();
    const [one, other] = [new SqliteDocumentStore({ file }), new SqliteDocumentStore({ file })];
    const read = async () => {
      await turn(); // reads of one turn see one moment
      const [part] = await one.readViews([{ view: 'shelf', query: { sort: { field: 'name' }, limit: 9 } }]);
      return [part!.checkpoint, ...part!.documents.map(({ id }) => id)];
    };
    expect(await read()).toEqual([0]);
    await other.open(shelf);
    await other.serve('shelf', 'shelf-v1');
    await commit(other, 0, 'a');
    expect(await read()).toEqual([1, 'a']);
    await commit(other, 1, 'b');
    expect(await read()).toEqual([2, 'a', 'b']);
    await commit(one, 2, 'c');
    expect(await read()).toEqual([3, 'a', 'b', 'c']);
    await other.drop('shelf-v1');
    expect(await read()).toEqual([0]);
    await Promise.all([one.close(), other.close()]);
  });

  it('finds the same near the beginning of an order, at its end and nowhere', async () => {
    const store = new SqliteDocumentStore({ file: newFile() });
    await store.open(shelf);
    const ids = Array.from({ length: 4_000 }, (_, index) => String(index).padStart(4, '0'));
    await commit(store, 0, ...ids);
    const search = async (limit: number, ...prefixes: string[]) => {
      const where = prefixes.map((startsWith) => ({ field: 'terms', startsWith }));
      const { documents, next } = await store.find('shelf-v1', { where, sort: { field: 'name' }, limit });
      return [documents.length, documents[0]?.id, documents.at(-1)?.id, next?.id];
    };
    expect(await search(2, '1')).toEqual([2, '1000', '1001', '1001']);
    expect(await search(2, 'all')).toEqual([2, '0000', '0001', '0001']);
    expect(await search(900, '3')).toEqual([900, '3000', '3899', '3899']);
    expect(await search(1_000, '3')).toEqual([1_000, '3000', '3999', undefined]);
    expect(await search(2, '1', '2')).toEqual([0, undefined, undefined, undefined]);
    await store.close();
  });

  it('has every index once a collection is served, and then those that are declared later', async () => {
    const file = newFile();
    const store = new SqliteDocumentStore({ file });
    await store.open(shelf);
    await commit(store, 0, 'a');
    const stranger = new Database(file, { readonly: true });
    const indexes = () => stranger.prepare("SELECT name FROM sqlite_schema WHERE name LIKE '% by %'").pluck().all();
    expect(indexes()).toEqual(['shelf-v1/terms by document']);
    await store.serve('shelf', 'shelf-v1');
    expect(indexes()).toContain('shelf-v1 by name');
    await store.open({ ...shelf, indexes: [['name'], []] });
    expect(indexes()).toHaveLength(3);
    stranger.close();
    await store.close();
  });

  it('finds the same where matches are too many to sort', async () => {
    const store = new SqliteDocumentStore({ file: newFile() });
    await store.open(shelf);
    const ids = Array.from({ length: 20_500 }, (_, index) => String(index).padStart(5, '0'));
    await commit(store, 0, ...ids);
    const search = (...prefixes: string[]) => {
      const where = prefixes.map((startsWith) => ({ field: 'terms', startsWith }));
      return store.find('shelf-v1', { where, sort: { field: 'name', descending: true }, limit: 2 });
    };
    const idsOf = async (...prefixes: string[]) => (await search(...prefixes)).documents.map(({ id }) => id);
    expect(await idsOf('a')).toEqual(['20499', '20498']);
    expect(await idsOf('a', '0')).toEqual(['09999', '09998']);
    expect(await idsOf('a', '0', 'z')).toEqual([]);
    await store.close();
  });
});
