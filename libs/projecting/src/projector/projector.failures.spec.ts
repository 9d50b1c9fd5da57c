import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted, PATIENCE, smudged, stoppedAfterEach, tallies, unrelated, until } from '@annals/testing';
import { Projector, status, StoredViews } from '../index.js';

const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

describe('an event of which a projection cannot tell the documents', () => {
  const running = stoppedAfterEach();
  const unreadable = {
    ...tallies,
    key: (event: Parameters<typeof tallies.key>[0]) =>
      event.type === 'Smudged' ? (JSON.parse('{') as string) : tallies.key(event),
  };
  const mended = { ...tallies, on: { ...tallies.on, Smudged: () => null } };
  const others = { ...mended, name: 'others' };
  let log: MemoryEventStore;
  let store: MemoryDocumentStore;

  beforeEach(() => {
    log = new MemoryEventStore();
    store = new MemoryDocumentStore();
  });

  const started = (projections = [unreadable]) => running(new Projector(log, store, projections, soon));
  const passed = (projector: Projector, position: number, view = tallies.name) =>
    projector.positions.passed(view, position, PATIENCE);
  const failed = (projector: Projector) => until(async () => (await projector.status())[0]?.state === 'failed');
  const sumOf = async (id: string) => (await new StoredViews(store).one(tallies, id)).value?.sum;

  it('stops that view alone, just before it', async () => {
    const projector = await started([unreadable, others]);
    await appendTo(log, counted('a'), counted('b'), smudged('b'), counted('a'));
    await passed(projector, 4, 'others');
    const [failed, live] = await projector.status();
    expect(failed).toMatchObject({ state: 'failed', position: 2, lag: { events: 2 }, parked: 0 });
    expect(failed?.failure).toMatchObject({ eventId: 'event-2', type: 'Smudged', position: 3 });
    expect(live).toMatchObject({ state: 'live', position: 4, lag: { events: 0, seconds: 0 } });
    expect([await sumOf('a'), await sumOf('b')]).toEqual([1, 1]);
  });

  it('is tried again after a restart, with what can take it by then', async () => {
    const projector = await started();
    await appendTo(log, counted('a'), smudged('a'), counted('b'));
    await failed(projector);
    await projector.stop();
    await projector.start();
    await failed(projector);
    await projector.stop();

    expect(await passed(await started([mended]), 3)).toBe(true);
    expect([await sumOf('a'), await sumOf('b')]).toEqual([undefined, 1]);
  });

  it('stays reported for the version that it stops, also beside a program of the old one', async () => {
    const newer = { ...tallies, version: 2 };
    const old = await started([mended]);
    await appendTo(log, smudged('a'));
    await passed(old, 1);
    await failed(await started([newer]));
    await old.stop();
    await passed(await started([mended]), 1);
    expect((await status(log, store, [newer]))[0]?.state).toBe('failed');
  });

  it('is reported by several views and processes at once', async () => {
    const projections = ['one', 'two', 'three'].map((name) => ({ ...unreadable, name }));
    const projectors = await Promise.all([started(projections), started(projections)]);
    await appendTo(log, smudged('a'));
    const failing = { state: 'failed', failure: { eventId: 'event-0' } };
    for (const each of projectors) await until(async () => (await each.status()).every(({ failure }) => failure));
    await until(async () => (await status(log, store, projections)).every(({ state }) => state === 'failed'));
    expect(await status(log, store, projections)).toMatchObject([failing, failing, failing]);
  });

  it('stops a view that has nothing else to take', async () => {
    const projector = await started();
    await appendTo(log, unrelated, smudged('a'));
    await failed(projector);
    expect((await projector.status())[0]).toMatchObject({ position: 1, failure: { position: 2 } });
  });
});
