import type { Event } from '@annals/event-sourcing';
import { parkedKeys, Projector, retryParked, skipParked, StoredViews, type AnyProjection } from '@annals/projecting';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, PATIENCE, stoppedAfterEach, tallies } from '@annals/testing';

const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

/** `tallies` after the defect that made it throw was fixed. */
export const mended = { ...tallies, on: { ...tallies.on, Smudged: () => ({ sum: 100, marks: [] }) } };

export const decision = { reason: 'It was a test.', actor: 'ann' };

/** A projector of `tallies` for each test, with operations on its parked keys. */
export const parking = () => {
  const running = stoppedAfterEach();
  const started = (projection: AnyProjection) => running(new Projector(desk.log, desk.store, [projection], soon));
  const desk = {
    log: new MemoryEventStore(),
    store: new MemoryDocumentStore(),
    projector: undefined as unknown as Projector,
    async restarted(projection: AnyProjection) {
      await desk.projector.stop();
      desk.projector = await started(projection);
    },
    /** Returns when the view has passed these events. */
    async told(...events: readonly Event[]) {
      const { position } = await appendTo(desk.log, ...events);
      expect(await desk.projector.positions.passed('tallies', position, PATIENCE)).toBe(true);
    },
    sumOf: async (id: string) => (await new StoredViews(desk.store).one(tallies, id)).value?.sum,
    parked: () => parkedKeys(desk.store, 'tallies'),
    retry: (key: string, projection: AnyProjection = mended) => retryParked(desk.log, desk.store, projection, key),
    skip: (key: string, projection: AnyProjection = tallies) =>
      skipParked(desk.log, desk.store, projection, key, decision),
  };
  beforeEach(async () => {
    desk.log = new MemoryEventStore();
    desk.store = new MemoryDocumentStore();
    desk.projector = await started(tallies);
  });
  return desk;
};
