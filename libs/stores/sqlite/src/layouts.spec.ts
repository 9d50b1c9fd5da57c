import { ID, type Scalar } from '@annals/event-sourcing';
import Database from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteDocumentStore } from './sqlite-document-store.js';

const folder = mkdtempSync(join(tmpdir(), 'annals-layouts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const fields = { name: 'one', state: 'one' } as const;
const shelf = { name: 'shelf-v1', fields, indexes: [['name'], ['state', 'name']] } as const;

type Thing = { readonly id: string; readonly name: Scalar; readonly state?: Scalar };

const commit = (store: SqliteDocumentStore, expected: number, things: readonly Thing[]) => {
  const next = expected + 1;
  const write = ({ id, name, state = null }: Thing) => ({ id, position: next, body: { id }, fields: { name, state } });
  return store.commit([{ collection: 'shelf-v1', writes: things.map(write), checkpoint: { expected, next } }]);
};

const opened = async (file: string, things: readonly Thing[]) => {
  const store = new SqliteDocumentStore({ file });
  await store.open(shelf);
  await commit(store, 0, things);
  return store;
};

it('reads and writes a collection of a version before, whose documents are JSON', async () => {
  const file = join(folder, 'before.db');
  const store = await opened(file, [
    { id: 'a', name: 'A' },
    { id: 'b', name: null },
  ]);
  const stranger = new Database(file);
  stranger.prepare('UPDATE "annals collections" SET declaration = ?').run(JSON.stringify(shelf));
  stranger.prepare(`UPDATE "shelf-v1" SET body = json_object('id', id, 'is', 'old')`).run();
  await store.open(shelf);
  await store.serve('shelf', 'shelf-v1');
  await commit(store, 1, [
    { id: 'b', name: 'B' },
    { id: 'c', name: 'C' },
  ]);
  const bodies = stranger.prepare('SELECT body FROM "shelf-v1" ORDER BY id').pluck().all();
  expect(bodies).toEqual(['{"id":"a","is":"old"}', '{"id":"b"}', '{"id":"c"}']);
  const { documents } = await store.find('shelf-v1', { sort: { field: 'name' }, limit: 3 });
  expect(documents.map(({ body }) => body)).toEqual([{ id: 'a', is: 'old' }, { id: 'b' }, { id: 'c' }]);
  const indexes = stranger.prepare(`SELECT sql FROM sqlite_schema WHERE name LIKE 'shelf-v1 by%'`).pluck().all();
  expect(indexes).toEqual([expect.stringContaining('("$state","$name",id)'), expect.stringContaining('("$name",id)')]);
  stranger.close();
  await store.close();
});

it('has the ids in an index that ends with them, and makes the longest index first', async () => {
  const file = join(folder, 'shared.db');
  const store = new SqliteDocumentStore({ file });
  await store.open({ name: 'shared-v1', fields, indexes: [['name'], ['state', ID], ['state', 'name', ID]] });
  await store.serve('shared', 'shared-v1');
  const stranger = new Database(file, { readonly: true });
  const indexes = stranger.prepare(`SELECT sql FROM sqlite_schema WHERE name LIKE 'shared-v1 by%'`).pluck().all();
  expect(indexes).toEqual(
    ['("$state","$name",id)', '("$state",id)', '("$name")'].map(
      (columns) => expect.stringContaining(columns) as string,
    ),
  );
  const plan = `EXPLAIN QUERY PLAN SELECT row FROM "shared-v1" WHERE "$state" > -9e999 ORDER BY "$state" DESC, id DESC`;
  expect(JSON.stringify(stranger.prepare(plan).all())).not.toContain('TEMP B-TREE');
  stranger.close();
  await store.close();
});

describe('documents without the value by which they are sorted', () => {
  const many = 20_010; // more than are sorted
  const idOf = (number: number) => `${number}`.padStart(6, '0');
  const things = Array.from({ length: many }, (_, number): Thing => ({
    id: idOf(number),
    name: number % 1_000 === 7 ? 'known' : null,
    state: number % 2 === 0 ? 'even' : null,
  }));
  let store: SqliteDocumentStore;
  beforeAll(async () => {
    store = await opened(join(folder, 'many.db'), things);
    await store.serve('shelf', 'shelf-v1');
  });
  afterAll(() => store.close());

  const ids = async (query: Omit<Parameters<SqliteDocumentStore['find']>[1], 'limit'>, limit = 3) =>
    (await store.find('shelf-v1', { ...query, limit })).documents.map(({ id }) => Number(id));
  const by = { field: 'name' };
  const downwards = { field: 'name', descending: true };

  it('come first, by id, however many they are', async () => {
    expect(await ids({ sort: by })).toEqual([0, 1, 2]);
    expect(await ids({ sort: by, after: { value: null, id: idOf(5) } })).toEqual([6, 8, 9]);
    expect(await ids({ sort: by, after: { value: null, id: idOf(20_008) } })).toEqual([20_009, 7, 1_007]);
    expect(await ids({ sort: by, where: [{ field: 'state', is: 'even' }] })).toEqual([0, 2, 4]);
  });

  it('come last in the other direction', async () => {
    expect(await ids({ sort: downwards, after: { value: 'known', id: idOf(1_007) } })).toEqual([7, 20_009, 20_008]);
    expect(await ids({ sort: downwards, after: { value: null, id: idOf(9) } })).toEqual([8, 6, 5]);
  });

  it('are not among those with a value', async () => {
    expect(await ids({ sort: by, where: [{ field: 'name', from: '' }] }, 2)).toEqual([7, 1_007]);
    expect(await ids({ sort: by, where: [{ field: 'name', in: ['known', null] }] }, 2)).toEqual([0, 1]);
    expect(await ids({ sort: by, where: [{ field: 'name', is: 'unheard' }] })).toEqual([]);
  });
});
