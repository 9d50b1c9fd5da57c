import { configured } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted, PATIENCE, stoppedAfterEach, tallies, until } from '@annals/testing';
import { LanedProjector, Projector, rebuild, rollBack, StoredViews, type AnyProjection } from '../index.js';

const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

const times = configured(
  ({ factor }: { readonly factor: number }) => ({ factor }),
  ({ factor }) => ({
    ...tallies,
    on: {
      ...tallies.on,
      Counted: (tally: { sum: number } | null, { data }: { data: { by: number } }) => ({
        sum: (tally?.sum ?? 0) + factor * data.by,
        marks: [],
      }),
    },
  }),
);

describe('a view with other settings', () => {
  const running = stoppedAfterEach();
  let log: MemoryEventStore;
  let store: MemoryDocumentStore;

  beforeEach(async () => {
    log = new MemoryEventStore();
    store = new MemoryDocumentStore();
    await appendTo(log, counted('a'));
  });

  const started = (projection: AnyProjection) => running(new Projector(log, store, [projection], soon));
  const passed = (projector: Projector, position: number) => projector.positions.passed('tallies', position, PATIENCE);
  const sum = async () => (await new StoredViews(store).one(tallies, 'a')).value?.sum;
  const stateOf = async (projector: Projector) => (await projector.status())[0]?.state;

  /** A program from its start to its stop, after which an event is appended. */
  const lived = async (projection: AnyProjection, position: number) => {
    const projector = await started(projection);
    await passed(projector, position);
    const seen = await sum();
    await projector.stop();
    await appendTo(log, counted('a'));
    return seen;
  };

  it('is built anew beside the old one, and the old one is read until then', async () => {
    expect(await lived(times({ factor: 1 }), 1)).toBe(1);
    const old = await store.served('tallies');
    const held = Promise.withResolvers<void>();
    store.commit = async (commits) => {
      await held.promise;
      return MemoryDocumentStore.prototype.commit.call(store, commits);
    };
    const projector = await started(times({ factor: 10 }));
    expect([await sum(), await store.served('tallies'), await stateOf(projector)]).toEqual([1, old, 'rebuilding']);
    held.resolve();
    await passed(projector, 2);
    expect(await sum()).toBe(20);
    await appendTo(log, counted('a'));
    await passed(projector, 3);
    expect(await sum()).toBe(30);
  });

  it('goes on from its own documents when the settings are changed back', async () => {
    expect(await lived(times({ factor: 1 }), 1)).toBe(1);
    const old = await store.served('tallies');
    expect(await lived(times({ factor: 10 }), 2)).toBe(20);
    expect(await lived(times({ factor: 1 }), 3)).toBe(3);
    expect(await store.served('tallies')).toBe(old);
  });

  it('replaces one of which nobody knows the settings', async () => {
    expect(await lived(tallies, 1)).toBe(1);
    expect(await store.served('tallies')).toBe('tallies-v1');
    expect(await lived(times({ factor: 1 }), 2)).toBe(2);
    expect(await store.served('tallies')).toMatch(/^tallies-v1-[\da-f]{16}$/);
  });

  it('equals its rebuild', async () => {
    await lived(times({ factor: 1 }), 1);
    expect(await lived(times({ factor: 10 }), 2)).toBe(20);
    await rebuild(log, store, times({ factor: 10 }));
    expect(await sum()).toBe(30);
    const served = await store.served('tallies');
    expect(await lived(times({ factor: 10 }), 3)).toBe(30);
    expect(await store.served('tallies')).toBe(served);
  });

  it('is left alone by a program with the old settings that started earlier', async () => {
    const one = await started(times({ factor: 1 }));
    const other = await started(times({ factor: 10 }));
    await passed(other, 1);
    await until(async () => (await stateOf(one)) === 'waiting');
    await appendTo(log, counted('a'));
    await passed(other, 2);
    expect([await sum(), await stateOf(one)]).toEqual([20, 'waiting']);
  });

  it('is left alone by a newer version that started earlier', async () => {
    const newer = await started({ ...times({ factor: 1 }), version: 2 });
    await passed(newer, 1);
    const older = await started(times({ factor: 10 }));
    await until(async () => (await stateOf(older)) === 'waiting');
    expect(await store.served('tallies/current')).toMatch(/^tallies-v2/);
  });

  it('is built by the processes that share its lanes', async () => {
    const lanes = (factor: number) =>
      running(new LanedProjector(log, store, [times({ factor })], { ...soon, lanes: 2 }));
    const old = await lanes(1);
    expect(await old.positions.passed('tallies', 1, PATIENCE)).toBe(true);
    await old.stop();
    await lanes(10);
    await until(async () => (await sum()) === 10);
  });

  it('is not built after a roll-back, until the settings are changed again', async () => {
    await lived(times({ factor: 1 }), 1);
    await lived(times({ factor: 10 }), 2);
    await rollBack(store, 'tallies');
    const projector = await started(times({ factor: 10 }));
    await until(async () => (await stateOf(projector)) === 'rolled-back');
    expect(await sum()).toBe(1);
    await projector.stop();
    expect(await lived(times({ factor: 1 }), 3)).toBe(3);
    expect(await lived(times({ factor: 100 }), 4)).toBe(400);
  });
});
