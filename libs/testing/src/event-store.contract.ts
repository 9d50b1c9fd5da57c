import { NO_STREAM, RevisionConflict, type EventStore, type ReadOptions } from '@annals/event-sourcing';
import { followingContract } from './following.contract.js';
import { newEvent } from './new-event.js';

/** Opens one log; every call gives a handle on it, as another process would have. One that lives in memory has one handle. */
export type OpenLog = () => EventStore;

/** What every EventStore does; `newLog` makes an empty log. An adapter passes all of it, or it is not one. */
export const eventStoreContract = (newLog: () => OpenLog) => {
  let handles: EventStore[];
  let open: OpenLog;
  let store: EventStore;

  beforeEach(() => {
    const openLog = newLog();
    handles = [];
    open = () => handles[handles.push(openLog()) - 1]!;
    store = open();
  });

  afterEach(async () => {
    for (const handle of handles) await handle.close();
  });

  const idsOf = async (stream: string) => (await store.read(stream)).map(({ id }) => id);
  const batchesAfter = async (position: number, options?: ReadOptions) =>
    (await Array.fromAsync(store.readAll(position, options))).map((batch) => batch.map(({ id }) => id));
  const idsAfter = async (...args: Parameters<typeof batchesAfter>) => (await batchesAfter(...args)).flat();

  it('has no events in a stream that nobody wrote', async () => {
    expect(await store.read('a')).toEqual([]);
    expect(await batchesAfter(0)).toEqual([]);
    expect(await store.head()).toBe(0);
  });

  it('reads back what was appended, in order', async () => {
    await store.append('a', NO_STREAM, [newEvent('1'), newEvent('2')]);
    const recordedAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
    const events = [
      { ...newEvent('1'), stream: 'a', revision: 0, position: 1, recordedAt },
      { ...newEvent('2'), stream: 'a', revision: 1, position: 2, recordedAt },
    ];
    expect(await store.read('a')).toEqual(events);
    expect(await Array.fromAsync(store.readAll(0))).toEqual([events]);
  });

  it('keeps what its caller changes later as it was', async () => {
    const event = { ...newEvent('1'), data: { note: 'first' } };
    await store.append('a', NO_STREAM, [event]);
    event.data.note = 'second';
    expect(await store.read('a')).toMatchObject([{ data: { note: 'first' } }]);
  });

  it('answers an append with where the stream ends now', async () => {
    await store.append('a', NO_STREAM, [newEvent('1')]);
    expect(await store.append('b', NO_STREAM, [newEvent('2')])).toEqual({ stream: 'b', revision: 0, position: 2 });
    expect(await store.append('a', 0, [newEvent('3'), newEvent('4')])).toEqual({
      stream: 'a',
      revision: 2,
      position: 4,
    });
    expect(await store.head()).toBe(4);
  });

  it('refuses an append of nothing', async () => {
    await expect(store.append('a', NO_STREAM, [])).rejects.toThrow('at least one event');
  });

  it('refuses an append at any other revision than the last, and stores nothing', async () => {
    await store.append('a', NO_STREAM, [newEvent('1')]);
    const conflict = { stream: 'a', expected: 1, actual: 0 };
    await expect(store.append('a', NO_STREAM, [newEvent('2')])).rejects.toThrow(RevisionConflict);
    await expect(store.append('a', 1, [newEvent('2')])).rejects.toMatchObject(conflict);
    expect(await idsOf('a')).toEqual(['1']);
  });

  it('answers a repeated append with the first receipt, and stores nothing', async () => {
    const first = await store.append('a', NO_STREAM, [newEvent('1'), newEvent('2')]);
    await store.append('a', 1, [newEvent('3')]);
    expect(await store.append('a', NO_STREAM, [newEvent('1'), newEvent('2')])).toEqual(first);
    expect(await idsOf('a')).toEqual(['1', '2', '3']);
  });

  it('answers an append that is repeated before its answer with the same receipt', async () => {
    const append = () => store.append('a', NO_STREAM, [newEvent('1')]);
    const [first, second] = await Promise.all([append(), append()]);
    expect(second).toEqual(first);
    expect(await idsOf('a')).toEqual(['1']);
  });

  it('stores nothing of an append that has a known event among new ones', async () => {
    await store.append('a', NO_STREAM, [newEvent('1')]);
    await expect(store.append('b', NO_STREAM, [newEvent('2'), newEvent('1'), newEvent('3')])).rejects.toThrow();
    expect(await idsOf('b')).toEqual([]);
    expect(await store.append('b', NO_STREAM, [newEvent('2')])).toMatchObject({ position: 2 });
  });

  it('lets one of two racing writers win', async () => {
    const racers = [store, open()].map((handle, racer) => handle.append('a', NO_STREAM, [newEvent(`${racer}`)]));
    const outcomes = (await Promise.allSettled(racers)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await idsOf('a')).toHaveLength(1);
  });

  it('carries out what is appended at once in the order of the calls, and a refused one harms no other', async () => {
    const at = (stream: string, expected: number, id: string) => store.append(stream, expected, [newEvent(id)]);
    const calls = [at('a', NO_STREAM, '1'), at('a', NO_STREAM, '2'), at('a', 0, '3'), at('b', NO_STREAM, '4')];
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    expect(await idsAfter(0)).toEqual(['1', '3', '4']);
  });

  it('leaves no gap in the positions after a refused append', async () => {
    await store.append('a', NO_STREAM, [newEvent('1')]);
    await expect(store.append('a', NO_STREAM, [newEvent('2')])).rejects.toThrow(RevisionConflict);
    expect(await store.append('a', 0, [newEvent('2')])).toMatchObject({ position: 2 });
  });

  it('reads a log that is longer than any page, a thousand events at a time', async () => {
    const many = Array.from({ length: 2_500 }, (_, index) => newEvent(`${index}`));
    await store.append('a', NO_STREAM, many);
    expect((await batchesAfter(0)).map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
    expect(await idsAfter(0)).toEqual(many.map(({ id }) => id));
  });

  it('reads the log after a position, over all streams, filtered by type, in batches of the wanted size', async () => {
    await store.append('a', NO_STREAM, [newEvent('1')]);
    await store.append('b', NO_STREAM, [newEvent('2', 'Filed'), newEvent('3')]);
    await store.append('a', 0, [newEvent('4', 'Filed'), newEvent('5', 'Closed')]);
    expect(await idsAfter(2)).toEqual(['3', '4', '5']);
    expect(await batchesAfter(0, { batch: 2 })).toEqual([['1', '2'], ['3', '4'], ['5']]);
    expect(await idsAfter(0, { types: ['Filed', 'Closed'] })).toEqual(['2', '4', '5']);
    expect(await idsAfter(0, { types: ['Unheard'] })).toEqual([]);
    expect(await idsAfter(5)).toEqual([]);
    expect(await idsAfter(99)).toEqual([]);
  });

  followingContract(() => open());
};
