import { CheckpointConflict } from '@annals/event-sourcing';
import { documentStoreContract, leasesContract } from '@annals/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
    expect(await one.find('shelf-v1', { limit: 1 })).toEqual({ documents: [], next: null });
    await Promise.all([one.close(), other.close()]);
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
