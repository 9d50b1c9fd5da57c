import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted, PATIENCE, stoppedAfterEach, tallies, until } from '@annals/testing';
import {
  dropPrevious,
  NothingToRollBackTo,
  Projector,
  rebuild,
  RebuildRunning,
  rollBack,
  status,
  StoredViews,
  type AnyProjection,
} from '../index.js';

const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

describe('a roll-back', () => {
  const running = stoppedAfterEach();
  let log: MemoryEventStore;
  let store: MemoryDocumentStore;

  const newer = { ...tallies, version: 2 };
  const started = (projection: AnyProjection = tallies) => running(new Projector(log, store, [projection], soon));
  const passed = (projector: Projector, position: number) => projector.positions.passed('tallies', position, PATIENCE);
  const read = async (position = 0) => {
    const { value, stale } = await new StoredViews(store).one(tallies, 'a', { position, timeoutMs: PATIENCE });
    return { sum: value?.sum, stale };
  };
  const views = async () => (await store.collections()).filter((name) => name.startsWith('tallies'));

  beforeEach(async () => {
    log = new MemoryEventStore();
    store = new MemoryDocumentStore();
    await appendTo(log, counted('a'));
    await rebuild(log, store, tallies);
  });

  it('serves what the last rebuild replaced, which then catches up', async () => {
    await rebuild(log, store, tallies);
    const projector = await started();
    await passed(projector, (await appendTo(log, counted('a'))).position);
    expect(await store.checkpoint('tallies-v1.b1')).toBe(1);

    expect(await rollBack(store, 'tallies')).toBe('tallies-v1.b1');
    expect(await read(2)).toEqual({ sum: 2, stale: false });
    await passed(projector, (await appendTo(log, counted('a'))).position);
    expect(await read(3)).toEqual({ sum: 3, stale: false });
    expect(await store.served('tallies')).toBe('tallies-v1.b1');
  });

  it('can be undone', async () => {
    await rebuild(log, store, tallies);
    await rollBack(store, 'tallies');
    expect(await rollBack(store, 'tallies')).toBe('tallies-v1.b2');
  });

  it('to another version stays until the view is rebuilt', async () => {
    const projector = await started(newer);
    await until(async () => (await store.served('tallies')) === 'tallies-v2');
    await passed(projector, 1);
    await rollBack(store, 'tallies');
    await appendTo(log, counted('a'));
    await until(async () => (await projector.status())[0]?.state === 'rolled-back');
    const shown = {
      state: 'rolled-back',
      version: 1,
      collection: 'tallies-v1.b1',
      position: 1,
      previous: 'tallies-v2',
    };
    expect(await projector.status()).toMatchObject([shown]);
    expect(await status(log, store, [newer])).toMatchObject([shown]);

    await rebuild(log, store, newer);
    await passed(projector, 2);
    expect(await read(2)).toEqual({ sum: 2, stale: false });
    expect(await views()).toEqual(['tallies-v1.b1', 'tallies-v2.b2']);
  });

  it('to another version goes on in a program of that version', async () => {
    const projector = await started(newer);
    await until(async () => (await store.served('tallies')) === 'tallies-v2');
    await projector.stop();
    await rollBack(store, 'tallies');
    await passed(await started(), (await appendTo(log, counted('a'))).position);
    expect(await read(2)).toEqual({ sum: 2, stale: false });
  });

  it.each([rollBack, dropPrevious])('has nothing to go back to before the second build', async (act) => {
    await expect(act(store, 'tallies')).rejects.toThrow(NothingToRollBackTo);
    await expect(act(store, 'unheard')).rejects.toThrow(NothingToRollBackTo);
  });

  it('has nothing to go back to when that was dropped', async () => {
    await rebuild(log, store, tallies);
    expect(await dropPrevious(store, 'tallies')).toBe('tallies-v1.b1');
    expect(await views()).toEqual(['tallies-v1.b2']);
    await expect(rollBack(store, 'tallies')).rejects.toThrow(NothingToRollBackTo);
  });

  it('and a second rebuild are refused while a rebuild runs', async () => {
    const refused: unknown[] = [];
    const onProgress = async () => {
      for (const act of [() => rollBack(store, 'tallies'), () => rebuild(log, store, tallies)])
        refused.push(await act().catch((error: unknown) => error));
    };
    await rebuild(log, store, tallies, { onProgress });
    expect(refused.length).toBeGreaterThan(1);
    expect(refused.every((error) => error instanceof RebuildRunning)).toBe(true);
    await rollBack(store, 'tallies');
  });
});
