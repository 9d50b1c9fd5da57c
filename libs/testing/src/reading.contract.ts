import { NO_STREAM, type EventStore, type ReadOptions, type RecordedEvent } from '@annals/event-sourcing';
import { named, namesOf } from './new-event.js';

/** The part of `eventStoreContract` on reading streams and the whole log; every `open` is a handle on the same log. */
export const readingContract = (open: () => EventStore) => {
  const batchesAfter = async (store: EventStore, position: number, options?: ReadOptions) =>
    (await Array.fromAsync(store.readAll(position, options))).map(namesOf);

  it('reads a log that is longer than any page, a thousand events at a time', async () => {
    const store = open();
    const many = Array.from({ length: 2_500 }, (_, index) => named(`${index}`));
    await store.append('a', NO_STREAM, many);
    const batches = await batchesAfter(store, 0);
    expect(batches.map(({ length }) => length)).toEqual([1_000, 1_000, 500]);
    expect(batches.flat()).toEqual(namesOf(many));
    expect(namesOf(await store.read('a'))).toEqual(namesOf(many));
  });

  it('reads a stream after a revision', async () => {
    const store = open();
    await store.append('a', NO_STREAM, [named('1'), named('2')]);
    await store.append('b', NO_STREAM, [named('3')]);
    await open().append('a', 1, [named('4')]);
    for (const handle of [store, open()]) {
      const namesAfter = async (stream: string, after: number) => namesOf(await handle.read(stream, after));
      expect(await namesAfter('a', 0)).toEqual(['2', '4']); // not read as a whole before
      expect(await namesAfter('a', NO_STREAM)).toEqual(['1', '2', '4']);
      expect(await namesAfter('a', 1)).toEqual(['4']);
      expect(await namesAfter('a', 2)).toEqual([]);
      expect(await namesAfter('a', 7)).toEqual([]);
      expect(await namesAfter('unknown', 0)).toEqual([]);
    }
  });

  it('reads the log after a position, over all streams, filtered by type, in batches of the wanted size', async () => {
    const store = open();
    const namesAfter = async (position: number, options?: ReadOptions) =>
      (await batchesAfter(store, position, options)).flat();
    await store.append('a', NO_STREAM, [named('1')]);
    await store.append('b', NO_STREAM, [named('2', 'Filed'), named('3')]);
    const last = await store.append('a', 0, [named('4', 'Filed'), named('5', 'Closed')]);
    const [second] = await store.read('b');

    expect(await namesAfter(second!.position)).toEqual(['3', '4', '5']);
    expect(await namesAfter(second!.position - 1)).toEqual(['2', '3', '4', '5']);
    expect(await batchesAfter(store, 0, { batch: 2 })).toEqual([['1', '2'], ['3', '4'], ['5']]);
    expect(await namesAfter(0, { types: ['Filed', 'Closed'] })).toEqual(['2', '4', '5']);
    expect(await namesAfter(0, { types: ['Unheard'] })).toEqual([]);
    expect(await namesAfter(last.position)).toEqual([]);
    expect(await namesAfter(last.position + 94)).toEqual([]);
  });

  it('reads events at their places, in the wanted order, over all streams', async () => {
    const store = open();
    await store.append('a', NO_STREAM, [named('1'), named('2'), named('3')]);
    await store.append('b', NO_STREAM, [named('4')]);
    await store.append('a', 2, [named('5')]);
    const [a, b] = [await store.read('a'), await store.read('b')];
    expect(await store.readAt([b[0]!, a[3]!, a[0]!])).toEqual([b[0], a[3], a[0]]);
    expect(await store.readAt([])).toEqual([]);
  });

  it('leaves out places where the log has another event or none', async () => {
    const store = open();
    await store.append('a', NO_STREAM, [named('1'), named('2')]);
    const [first, second] = (await store.read('a')) as [RecordedEvent, RecordedEvent];
    const wrong = [
      { ...first, stream: 'b' },
      { ...first, revision: 1 },
      { ...first, position: second.position },
      { ...second, revision: 7, position: second.position + 1_000 },
    ];
    expect(await store.readAt([...wrong, second])).toEqual([second]);
  });

  it('reads a thousand places of one stream and of many', async () => {
    const store = open();
    const many = Array.from({ length: 1_000 }, (_, index) => named(`${index}`));
    await store.append('a', NO_STREAM, many);
    for (let index = 0; index < 70; index += 1) await store.append(`s-${index}`, NO_STREAM, [named(`s-${index}`)]);
    const places = (await Array.fromAsync(store.readAll(0))).flat().toReversed();
    expect(await store.readAt(places)).toEqual(places);
  });
};
