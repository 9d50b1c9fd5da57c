import { NO_STREAM, RevisionConflict, type EventStore, type RecordedEvent } from '@annals/event-sourcing';
import { envelopeContract } from './envelope.contract.js';
import { followingContract } from './following.contract.js';
import { named, namesOf } from './new-event.js';
import { racingCommandsContract } from './racing-commands.contract.js';
import { readingContract } from './reading.contract.js';

/** Opens one log; every call returns a handle to it, as another process would have. A log in memory has one handle. */
export type OpenLog = () => EventStore;

export type LogTraits = {
  /**
   * One writer counts positions 1, 2, 3 …, knows every id and stores in the order of the calls; the default. A log with
   * many writers has gaps, and guarantees the other two per stream.
   */
  readonly oneWriter?: boolean;
};

/** The contract of every `EventStore`; `newLog` creates an empty log. An adapter must pass all of it. */
export const eventStoreContract = (newLog: () => OpenLog, { oneWriter = true }: LogTraits = {}) => {
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

  const namesIn = async (stream: string) => namesOf(await store.read(stream));
  const all = async () => (await Array.fromAsync(store.readAll(0))).flat();

  /** The positions of all events, after 0 for the start. */
  const places = async (): Promise<number[]> => {
    const places = [0, ...(await all()).map(({ position }) => position)];
    expect(places).toEqual(oneWriter ? [...places.keys()] : [...new Set(places)].toSorted((one, two) => one - two));
    return places;
  };

  it('has no events in an unknown stream', async () => {
    expect(await store.read('a')).toEqual([]);
    expect(await all()).toEqual([]);
    expect(await store.head()).toBe(0);
  });

  it('reads appended events in order', async () => {
    await store.append('a', NO_STREAM, [named('1'), named('2')]);
    const recordedAt = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string;
    const [, first, second] = await places();
    const log = await store.identity();
    const events = [
      { ...named('1'), stream: 'a', revision: 0, position: first, recordedAt, log },
      { ...named('2'), stream: 'a', revision: 1, position: second, recordedAt, log },
    ];
    const bare = (read: readonly RecordedEvent[]) => read.map(({ subjects, ...event }) => event);
    expect(bare(await store.read('a'))).toEqual(events);
    expect((await Array.fromAsync(store.readAll(0))).map(bare)).toEqual([events]);
  });

  it('is not affected by later changes of the caller’s objects', async () => {
    const event = { ...named('1'), data: { note: 'first' } };
    const appending = store.append('a', NO_STREAM, [event]);
    event.data.note = 'second';
    await appending;
    event.data.note = 'third';
    expect(await store.read('a')).toMatchObject([{ data: { note: 'first' } }]);
  });

  it('returns the end of the stream from an append', async () => {
    await store.append('a', NO_STREAM, [named('1')]);
    const one = await store.append('b', NO_STREAM, [named('2')]);
    const two = await store.append('a', 0, [named('3'), named('4')]);
    const [, , second, , fourth] = await places();
    expect(one).toEqual({ stream: 'b', revision: 0, position: second });
    expect(two).toEqual({ stream: 'a', revision: 2, position: fourth });
    expect(await store.head()).toBe(fourth);
  });

  it('refuses an append without events', async () => {
    await expect(store.append('a', NO_STREAM, [])).rejects.toThrow('at least one event');
  });

  it('refuses an append at any other revision than the last, and stores nothing', async () => {
    await store.append('a', NO_STREAM, [named('1')]);
    const conflict = { stream: 'a', expected: 1, actual: 0 };
    await expect(store.append('a', NO_STREAM, [named('2')])).rejects.toThrow(RevisionConflict);
    await expect(store.append('a', 1, [named('2')])).rejects.toMatchObject(conflict);
    await expect(store.append('b', 0, [named('2')])).rejects.toMatchObject({ actual: NO_STREAM });
    expect(namesOf(await all())).toEqual(['1']);
  });

  it('returns the first receipt from a repeated append, and stores nothing', async () => {
    const first = await store.append('a', NO_STREAM, [named('1'), named('2')]);
    await store.append('a', 1, [named('3')]);
    expect(await store.append('a', NO_STREAM, [named('1'), named('2')])).toEqual(first);
    expect(await namesIn('a')).toEqual(['1', '2', '3']);
  });

  it('returns the same receipt from an append that is repeated before its response', async () => {
    const append = () => store.append('a', NO_STREAM, [named('1')]);
    const [first, second] = await Promise.all([append(), append()]);
    expect(second).toEqual(first);
    expect(await namesIn('a')).toEqual(['1']);
  });

  it('stores nothing of an append that has a known event among new ones', async () => {
    await store.append('a', NO_STREAM, [named('1')]);
    const mixed = [named('2'), named('1'), named('3')];
    await expect(store.append(oneWriter ? 'b' : 'a', NO_STREAM, mixed)).rejects.toThrow();
    expect(namesOf(await all())).toEqual(['1']);
    const { position } = await store.append('b', NO_STREAM, [named('2')]);
    expect(position).toBe((await places())[2]);
  });

  it('accepts one of two racing writers', async () => {
    const racers = [store, open()].map((handle, racer) => handle.append('a', NO_STREAM, [named(`${racer}`)]));
    const outcomes = (await Promise.allSettled(racers)).map(({ status }) => status);
    expect(outcomes.toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await namesIn('a')).toHaveLength(1);
  });

  it('carries out simultaneous appends in the order of the calls, and a refused one does not affect others', async () => {
    const at = (stream: string, expected: number, name: string) => store.append(stream, expected, [named(name)]);
    const calls = [at('a', NO_STREAM, '1'), at('a', NO_STREAM, '2'), at('a', 0, '3'), at('b', NO_STREAM, '4')];
    const outcomes = await Promise.allSettled(calls);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
    const stored = oneWriter ? namesOf(await all()) : [...(await namesIn('a')), ...(await namesIn('b'))];
    expect(stored).toEqual(['1', '3', '4']);
  });

  it('continues after the last event after a refused append', async () => {
    await store.append('a', NO_STREAM, [named('1')]);
    await expect(store.append('a', NO_STREAM, [named('2')])).rejects.toThrow(RevisionConflict);
    const { position } = await store.append('a', 0, [named('2')]);
    expect(position).toBe((await places())[2]);
  });

  envelopeContract(() => open());
  readingContract(() => open());
  followingContract(() => open());
  racingCommandsContract(() => open());
};
