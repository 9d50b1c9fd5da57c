import { NO_STREAM, type EventStore, type ReadOptions } from '@annals/event-sourcing';
import { named, namesOf } from './new-event.js';

/** The part of `eventStoreContract` about following new events; every `open` is a handle to the same log. */
export const followingContract = (open: () => EventStore) => {
  /** Follows until `wanted` events have arrived. */
  const take = async (store: EventStore, wanted: number, after = 0, options?: ReadOptions) => {
    const stop = new AbortController();
    const names: string[] = [];
    for await (const batch of store.follow(after, stop.signal, options)) {
      expect(batch).not.toHaveLength(0);
      names.push(...namesOf(batch));
      if (names.length >= wanted) stop.abort();
    }
    return names;
  };

  const append = (store: EventStore, name: string, type?: string) =>
    store.append(`stream-${name}`, NO_STREAM, [named(name, type)]);

  it('follows what is there, and then what comes', async () => {
    const store = open();
    const { position } = await append(store, '1');
    await append(store, '2');
    const following = take(store, 3, position);
    await append(store, '3');
    await append(store, '4');
    expect(await following).toEqual(['2', '3', '4']);
  });

  it('follows from between two events, too', async () => {
    const store = open();
    await append(store, '1');
    const { position } = await append(store, '2');
    const following = take(store, 2, position - 1);
    await append(store, '3');
    expect(await following).toEqual(['2', '3']);
  });

  it('follows what another handle appends', async () => {
    const [reader, writer] = [open(), open()];
    const following = take(reader, 2);
    await append(writer, '1');
    await append(writer, '2');
    expect(await following).toEqual(['1', '2']);
  });

  it('misses nothing and repeats nothing while others append', async () => {
    const [reader, writer] = [open(), open()];
    const following = [take(reader, 300), take(reader, 300, 0, { batch: 7 })];
    for (let id = 0; id < 300; id += 1) await append(id % 3 ? writer : reader, `${id}`);
    const all = Array.from({ length: 300 }, (_, id) => `${id}`);
    expect(await Promise.all(following)).toEqual([all, all]);
  });

  it('follows the wanted types only', async () => {
    const store = open();
    const following = take(store, 2, 0, { types: ['Filed'] });
    await append(store, '1', 'Filed');
    await append(store, '2');
    await append(store, '3', 'Filed');
    expect(await following).toEqual(['1', '3']);
  });

  it('stops following on demand, while it waits, before it begins and between two batches', async () => {
    const store = open();
    const stop = new AbortController();
    const waiting = store.follow(0, stop.signal)[Symbol.asyncIterator]().next();
    stop.abort();
    expect(await waiting).toMatchObject({ done: true });
    await append(store, '1');
    await append(store, '2');
    expect(await Array.fromAsync(store.follow(0, stop.signal))).toEqual([]);
    expect(await take(store, 1, 0, { batch: 1 })).toEqual(['1']);
  });

  it('stops following when the log is closed', async () => {
    const store = open();
    const following = store.follow(0, new AbortController().signal)[Symbol.asyncIterator]().next();
    await store.close();
    expect(await following).toMatchObject({ done: true });
  });
};
