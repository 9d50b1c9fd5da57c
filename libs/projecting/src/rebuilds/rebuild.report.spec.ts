import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted, smudged, tallies } from '@annals/testing';
import { rebuild, RebuildRunning, status } from '../index.js';

const TTL = 15_000; // ms

describe('the report on a rebuild', () => {
  let log: MemoryEventStore;
  let store: MemoryDocumentStore;
  let time: number;

  beforeEach(async () => {
    time = 0;
    log = new MemoryEventStore();
    store = new MemoryDocumentStore({ now: () => time });
    await appendTo(log, counted('a'), counted('b'));
  });

  const report = async () => (await status(log, store, [tallies]))[0]?.rebuild;

  it('is there for every process from its beginning to its end', async () => {
    const seen: unknown[] = [];
    await rebuild(log, store, tallies, { batch: 1, onProgress: async () => seen.push(await report()) });
    expect(seen[0]).toMatchObject({ collection: 'tallies-v1.b1', state: 'running', head: 2 });
    expect(await report()).toMatchObject({ state: 'done', position: 2, documents: 2 });
  });

  it('says what has stopped it', async () => {
    await appendTo(log, smudged('a'));
    await rebuild(log, store, tallies).catch(() => undefined);
    const error = 'tallies cannot take event event-2 at position 3 into a: It cannot be read.';
    expect(await report()).toMatchObject({ state: 'failed', error });
  });

  it('says so when its process has died, and another one may begin', async () => {
    const hangs = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const hanging = rebuild(log, store, tallies, {
      onProgress: () => {
        begun.resolve();
        return hangs.promise;
      },
    });
    await begun.promise;
    await expect(rebuild(log, store, tallies)).rejects.toThrow(RebuildRunning);
    time += TTL;
    expect(await report()).toMatchObject({ state: 'broken-off' });
    await rebuild(log, store, tallies);
    expect(await report()).toMatchObject({ state: 'done', collection: 'tallies-v1.b2' });

    hangs.resolve();
    await expect(hanging).rejects.toThrow('removed by somebody else');
    expect(await store.served('tallies')).toBe('tallies-v1.b2');
    expect(await report()).toMatchObject({ state: 'done' });
  });
});
