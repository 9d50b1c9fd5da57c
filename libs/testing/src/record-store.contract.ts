import { allRecords, changeRecord, createRecord, NO_RECORD } from '@annals/event-sourcing';
import { RecordConflict, RecordKeyTaken, type RecordStore } from '@annals/event-sourcing';
import { recordKeysContract } from './record-keys.contract.js';

/** Opens one store; every call returns a handle to it, as another process would have. A store in memory has one handle. */
export type OpenRecords = () => RecordStore;

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The contract of every `RecordStore`; `newStore` creates an empty one. An adapter must pass all of it. */
export const recordStoreContract = (newStore: () => OpenRecords) => {
  let handles: Set<RecordStore>;
  let open: OpenRecords;
  let store: RecordStore;

  beforeEach(() => {
    const openStore = newStore();
    handles = new Set();
    open = () => {
      const handle = openStore();
      handles.add(handle);
      return handle;
    };
    store = open();
  });

  afterEach(() => Promise.all([...handles].map((handle) => handle.close())));

  const put = (id: string, body: object = {}, kind = 'account') => store.put({ kind, id, body }, NO_RECORD);
  const idsOf = async (kind: string, limit = 100, after?: string) =>
    (await store.list(kind, { limit, after })).map(({ id }) => id);

  it('begins empty', async () => {
    expect(await store.get('account', 'ann')).toBeUndefined();
    expect(await store.find('account', 'ann')).toBeUndefined();
    expect(await store.list('account', { limit: 10 })).toEqual([]);
    expect(await store.kinds()).toEqual([]);
    expect(await store.keysOf('account', 'ann')).toEqual([]);
  });

  it('returns what was stored, unchanged', async () => {
    const body = { name: '王芳 \u{1F600}', 'a.b': { $c: [1, 0.1, null, 'x', true] }, empty: {} };
    const stored = await put('a/ann', body);
    expect(stored).toEqual({ kind: 'account', id: 'a/ann', revision: stored.revision, body });
    expect(await store.get('account', 'a/ann')).toEqual(stored);
    expect(await open().get('account', 'a/ann')).toEqual(stored);
  });

  it('is not affected by later changes of the stored object', async () => {
    const body = { name: 'first' };
    await put('ann', body);
    body.name = 'second';
    expect(await store.get('account', 'ann')).toMatchObject({ body: { name: 'first' } });
  });

  it('creates a record once', async () => {
    const first = await put('ann', { from: 'one' });
    await expect(put('ann', { from: 'other' })).rejects.toThrow(RecordConflict);
    expect(await createRecord(open(), { kind: 'account', id: 'ann', body: { from: 'other' } })).toEqual(first);
  });

  it('replaces a record at its revision only', async () => {
    const { kind, id, revision } = await put('ann');
    const second = await store.put({ kind, id, body: { count: 2 } }, revision);
    expect(second.revision).not.toBe(revision);
    await expect(store.put({ kind, id, body: { count: 3 } }, revision)).rejects.toThrow(RecordConflict);
    await expect(store.put({ kind, id: 'unknown', body: {} }, revision)).rejects.toThrow(RecordConflict);
    expect(await store.get(kind, id)).toEqual(second);
  });

  it('deletes a record at its revision only', async () => {
    const { kind, id, revision } = await put('ann');
    await expect(store.delete(kind, id, 'another')).rejects.toThrow(RecordConflict);
    await store.delete(kind, id, revision);
    await expect(store.delete(kind, id, revision)).rejects.toThrow(RecordConflict);
    expect(await store.get(kind, id)).toBeUndefined();
    expect(await store.kinds()).toEqual([]);
  });

  it('does not take a record that was created again for the deleted one', async () => {
    const { kind, id, revision } = await put('ann');
    await store.delete(kind, id, revision);
    await put('ann');
    await expect(store.put({ kind, id, body: {} }, revision)).rejects.toThrow(RecordConflict);
    await expect(store.delete(kind, id, revision)).rejects.toThrow(RecordConflict);
  });

  it('lists a kind by id, in pages', async () => {
    for (const id of ['b', 'ä', 'B', 'a/1', '王']) await put(id);
    await put('other', {}, 'account-like');
    await put('other', {}, 'accoun');
    expect(await idsOf('account')).toEqual(['B', 'a/1', 'b', 'ä', '王']);
    expect(await idsOf('account', 2)).toEqual(['B', 'a/1']);
    expect(await idsOf('account', 2, 'a/1')).toEqual(['b', 'ä']);
    expect(await idsOf('account', 2, '王')).toEqual([]);
    expect(await store.kinds()).toEqual(['accoun', 'account', 'account-like']);
  });

  it('reads all records of a kind', async () => {
    for (const index of range(201)) await put(`${index}`);
    expect(await Array.fromAsync(allRecords(store, 'account'))).toHaveLength(201);
  });

  it('lets one of many processes create a record', async () => {
    const others = range(5).map(() => open());
    const puts = others.map((each, by) => each.put({ kind: 'keys', id: 'only', body: { by } }, NO_RECORD));
    const created = (await Promise.allSettled(puts)).flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
    expect(created).toHaveLength(1);
    expect(await store.get('keys', 'only')).toEqual(created[0]);
  });

  it('loses no change of many processes', async () => {
    const others = range(4).map(() => open());
    const raise = (each: RecordStore) =>
      changeRecord(each, { kind: 'count', id: 'only' }, (present) => ({
        body: { count: ((present?.body as { count?: number })?.count ?? 0) + 1 },
      }));
    await Promise.all(others.flatMap((each) => range(10).map(() => raise(each))));
    expect(await store.get('count', 'only')).toMatchObject({ body: { count: 40 } });
  });

  it('passes on the error of a change and stores nothing', async () => {
    const refuse = () => {
      throw new RecordKeyTaken('account', 'ann');
    };
    await expect(changeRecord(store, { kind: 'account', id: 'ann' }, refuse)).rejects.toThrow(RecordKeyTaken);
    expect(await store.get('account', 'ann')).toBeUndefined();
  });

  describe('keys', () => recordKeysContract(() => store));
};
