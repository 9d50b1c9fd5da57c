import type { Commit } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted, PATIENCE, smudged, stoppedAfterEach, tallies, until } from '@annals/testing';
import { Projector, rebuild, StoredViews, type AnyProjection } from '../index.js';

const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

/** Holds back commits to one collection until released. */
class GatedStore extends MemoryDocumentStore {
  readonly gate = Promise.withResolvers<void>();
  gated = '';

  override async commit(commits: readonly Commit[]) {
    if (commits.some(({ collection }) => collection === this.gated)) await this.gate.promise;
    return super.commit(commits);
  }
}

describe('a new version of a projection', () => {
  const running = stoppedAfterEach();
  let log: MemoryEventStore;
  let store: GatedStore;

  const tens = (tally: { sum: number } | null, by: number) => ({ sum: (tally?.sum ?? 0) + 10 * by, marks: [] });
  const newer = {
    ...tallies,
    version: 2,
    on: {
      ...tallies.on,
      Counted: (tally: { sum: number } | null, event: { data: { by: number } }) => tens(tally, event.data.by),
    },
  };

  beforeEach(async () => {
    log = new MemoryEventStore();
    store = new GatedStore();
    await appendTo(log, counted('a'));
    const old = await started(tallies);
    await passed(old, 1);
    await old.stop();
    await appendTo(log, counted('a'));
  });

  const started = (projection: AnyProjection) => running(new Projector(log, store, [projection], soon));
  const passed = (projector: Projector, position: number) => projector.positions.passed('tallies', position, PATIENCE);
  const read = async () => {
    const { value, position } = await new StoredViews(store).one(tallies, 'a');
    return { sum: value?.sum, position };
  };

  it('is built while the old one is read, and then takes its place', async () => {
    store.gated = 'tallies-v2';
    const projector = await started(newer);
    await until(async () => (await store.collections()).includes('tallies-v2'));
    expect(await read()).toEqual({ sum: 1, position: 1 });
    expect(await projector.status()).toMatchObject([{ state: 'rebuilding', position: 1 }]);

    store.gate.resolve();
    await passed(projector, 2);
    expect(await read()).toEqual({ sum: 20, position: 2 });
    await appendTo(log, counted('a'));
    await passed(projector, 3);
    expect(await read()).toEqual({ sum: 30, position: 3 });
  });

  it('goes on being built after a stop', async () => {
    store.gated = 'tallies-v2';
    const projector = await started(newer);
    await until(async () => (await store.collections()).includes('tallies-v2'));
    const stopped = projector.stop();
    store.gate.resolve();
    await stopped;
    expect(await store.served('tallies')).toBe('tallies-v1');

    await passed(await started(newer), 2);
    expect(await read()).toEqual({ sum: 20, position: 2 });
  });

  it('goes on being built when some of its documents are in the store', async () => {
    await appendTo(log, ...Array.from({ length: 600 }, (_, index) => counted(`tally-${index}`)));
    let built = 0;
    store.commit = async (commits) => {
      if (commits[0]!.collection === 'tallies-v2' && (built += 1) === 2) throw new Error('The disk is full.');
      return GatedStore.prototype.commit.call(store, commits);
    };
    await passed(await started(newer), 602);
    expect(await store.served('tallies')).toBe('tallies-v2');
    expect(await store.count('tallies-v2')).toBe(601);
    expect(await read()).toEqual({ sum: 20, position: 602 });
  });

  it('is built by two processes at once as by one', async () => {
    const both = [await started(newer), await started(newer)];
    await Promise.all(both.map((projector) => passed(projector, 2)));
    expect(await read()).toEqual({ sum: 20, position: 2 });
  });

  it('leaves the old one in place when it cannot take an event', async () => {
    await appendTo(log, smudged('a'));
    const projector = await started(newer);
    await until(async () => (await projector.status())[0]?.state === 'failed');
    expect(await projector.status()).toMatchObject([{ position: 1, failure: { position: 3 } }]);
    expect(await read()).toEqual({ sum: 1, position: 1 });
  });

  it('is left alone by a program that knows only the old one, until that is rebuilt', async () => {
    const newProgram = await started(newer);
    await passed(newProgram, 2);
    await newProgram.stop();
    await appendTo(log, counted('a'));

    const projector = await started(tallies);
    await until(async () => (await projector.status())[0]?.state === 'waiting');
    expect(await read()).toEqual({ sum: 20, position: 2 });

    await rebuild(log, store, tallies);
    await passed(projector, 3);
    expect(await read()).toEqual({ sum: 3, position: 3 });
  });

  it('has no trouble any more when another process has built it', async () => {
    store.commit = async (commits) => {
      if (commits[0]!.collection === 'tallies-v2') throw new Error('The disk is full.');
      return GatedStore.prototype.commit.call(store, commits);
    };
    const projector = await started(newer);
    await until(async () => (await projector.status())[0]?.trouble === 'The disk is full.');
    await rebuild(log, store, newer);
    await until(async () => (await projector.status())[0]?.state === 'live');
    expect((await projector.status())[0]?.trouble).toBeUndefined();
  });

  it('is asked for when the fields have changed', async () => {
    const changed = { ...tallies, fields: { other: { of: () => 1 } } };
    await expect(started(changed)).rejects.toThrow('with other fields');
  });
});
