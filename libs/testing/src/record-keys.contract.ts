import { NO_RECORD, RecordConflict, RecordKeyTaken, type RecordStore } from '@annals/event-sourcing';

/** The part of `recordStoreContract` on the keys of records. */
export const recordKeysContract = (current: () => RecordStore) => {
  const put = (id: string, keys: readonly string[], expected: string | null = NO_RECORD) =>
    current().put({ kind: 'account', id, body: { id }, keys }, expected);
  const foundBy = async (key: string) => (await current().find('account', key))?.id;

  it('find a record', async () => {
    const ann = await put('ann', ['name/ann', 'session/1', 'name/ann']);
    await put('bob', ['name/bob']);
    await put('no one', []);
    await put('neither', []);
    expect(await current().find('account', 'session/1')).toEqual(ann);
    expect(await foundBy('name/bob')).toBe('bob');
    expect(await foundBy('ann')).toBeUndefined();
    expect(await current().find('other', 'name/ann')).toBeUndefined();
    expect(await current().keysOf('account', 'ann')).toEqual(['name/ann', 'session/1']);
    expect(await current().keysOf('account', 'neither')).toEqual([]);
  });

  it('belong to one record of a kind', async () => {
    const ann = await put('ann', ['name/ann', 'session/1']);
    await expect(put('other', ['session/2', 'name/ann'])).rejects.toThrow(RecordKeyTaken);
    expect(await current().get('account', 'other')).toBeUndefined();
    expect(await foundBy('session/2')).toBeUndefined();
    const bob = await put('bob', ['name/bob']);
    await expect(put('bob', ['session/1'], bob.revision)).rejects.toThrow(RecordKeyTaken);
    expect(await current().get('account', 'bob')).toEqual(bob);
    expect(await current().find('account', 'session/1')).toEqual(ann);
    await current().put({ kind: 'person', id: 'ann', body: {}, keys: ['name/ann'] }, NO_RECORD);
  });

  it('are those of the last write', async () => {
    const { revision } = await put('ann', ['name/ann', 'session/1']);
    const second = await put('ann', ['session/2', 'name/ann'], revision);
    expect([await foundBy('session/1'), await foundBy('session/2')]).toEqual([undefined, 'ann']);
    await put('ann', [], second.revision);
    expect(await foundBy('name/ann')).toBeUndefined();
    await put('bob', ['name/ann']);
    expect(await foundBy('name/ann')).toBe('bob');
  });

  it('are free again when the record is deleted', async () => {
    const { revision } = await put('ann', ['name/ann']);
    await current().delete('account', 'ann', revision);
    expect(await foundBy('name/ann')).toBeUndefined();
    await put('bob', ['name/ann']);
    expect(await foundBy('name/ann')).toBe('bob');
  });

  it('do not hide that another process was faster', async () => {
    await put('ann', ['name/ann']);
    await expect(put('ann', ['name/ann'])).rejects.toThrow(RecordConflict);
  });

  it('go to one of many records that claim them at the same time', async () => {
    const claims = ['a', 'b', 'c', 'd'].map((id) => put(id, ['name/ann']));
    const outcomes = await Promise.allSettled(claims);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await current().list('account', { limit: 10 })).toHaveLength(1);
  });
};
