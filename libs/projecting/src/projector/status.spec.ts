import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, counted, PATIENCE, smudged, stoppedAfterEach, tallies, unrelated, until } from '@annals/testing';
import { Projector, status } from '../index.js';

describe('status', () => {
  const running = stoppedAfterEach();
  let log: MemoryEventStore;
  let store: MemoryDocumentStore;

  beforeEach(() => {
    log = new MemoryEventStore();
    store = new MemoryDocumentStore();
  });

  const built = async (projection = tallies) => {
    const projector = await running(new Projector(log, store, [projection]));
    await projector.positions.passed(projection.name, await log.head(), PATIENCE);
    return projector;
  };
  const now = async (secondsLater = 0) => {
    const recordedAt = (await log.read('test')).at(-1)?.recordedAt ?? '2026-01-01T00:00:00.000Z';
    return new Date(Date.parse(recordedAt) + secondsLater * 1_000);
  };

  it('is live when every event is in', async () => {
    await appendTo(log, counted('a'));
    await (await built()).stop();
    const lag = { events: 0, seconds: 0 };
    expect(await status(log, store, [tallies])).toMatchObject([{ view: 'tallies', position: 1, lag, state: 'live' }]);
  });

  it('counts what is not in, and how long the oldest of it has waited', async () => {
    await (await built()).stop();
    await appendTo(log, counted('a'), counted('a'));
    expect(await status(log, store, [tallies], { now: await now(1.5) })).toMatchObject([
      { position: 0, lag: { events: 2, seconds: 1.5 }, state: 'catching-up' },
    ]);
  });

  it('is live while the newest events are on their way', async () => {
    await (await built()).stop();
    await appendTo(log, counted('a'));
    expect(await status(log, store, [tallies], { now: await now(0.5) })).toMatchObject([{ state: 'live' }]);
  });

  it('does not wait less than nothing when clocks differ', async () => {
    await appendTo(log, counted('a'));
    expect(await status(log, store, [tallies], { now: await now(-9) })).toMatchObject([{ lag: { seconds: 0 } }]);
  });

  it('begins at nothing', async () => {
    await appendTo(log, counted('a'));
    expect(await status(log, store, [tallies])).toMatchObject([{ position: 0, lag: { events: 1 } }]);
  });

  it('waits for a projector when another version is served', async () => {
    await (await built()).stop();
    expect(await status(log, store, [{ ...tallies, version: 2 }])).toMatchObject([{ state: 'waiting' }]);
  });

  it('knows failures of other processes, until they are over', async () => {
    const projector = await built({ ...tallies, key: () => JSON.parse('{') as string });
    await appendTo(log, unrelated, smudged('a'));
    await until(async () => (await status(log, store, [tallies]))[0]?.state === 'failed');
    const [failed] = await status(log, store, [tallies]);
    expect(failed).toMatchObject({ position: 1, failure: { eventId: 'event-1', position: 2 } });
    await projector.stop();

    await built({ ...tallies, on: { ...tallies.on, Smudged: () => null } });
    expect((await status(log, store, [tallies]))[0]).toMatchObject({ state: 'live', failure: undefined });
  });
});
