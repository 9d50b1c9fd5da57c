import { Fenced, project, type Commit, type Event, type Lease } from '@annals/event-sourcing';
import { LanedProjector, StoredViews, type AnyProjection } from '@annals/projecting';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { moved, PATIENCE, recorded, stoppedAfterEach, tallies } from '@annals/testing';

export const TTL = 60_000; // ms of the store's clock
export const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };

/** Counts the commits that it refused because of an old lease. */
class WatchedStore extends MemoryDocumentStore {
  fenced = 0;

  override async commit(commits: readonly Commit[], lease?: Lease) {
    try {
      await super.commit(commits, lease);
    } catch (error) {
      if (error instanceof Fenced) this.fenced += 1;
      throw error;
    }
  }
}

export const events = Array.from({ length: 60 }, (_, index) => moved(`t-${index % 7}`, `t-${index % 5}`, index));
export const folded = (...all: readonly Event[]) => project(tallies, recorded(all));

/** Stores for each test, and processes that share them; `time` is the clock of the leases, in milliseconds. */
export const laneDesk = () => {
  const stopped = stoppedAfterEach();
  const desk = {
    stopped,
    log: new MemoryEventStore(),
    store: new WatchedStore(),
    time: 0,
    started: (owner: string, lanes = 4, projections: readonly AnyProjection[] = [tallies]) =>
      stopped(new LanedProjector(desk.log, desk.store, projections, { lanes, owner, ttl: TTL, ...soon })),
    async shown() {
      const { value } = await new StoredViews(desk.store).find(tallies, { limit: 100 });
      return new Map(value.items.map(({ id, document }) => [id, document]));
    },
    passed: ({ positions }: LanedProjector, position: number) => positions.passed('tallies', position, PATIENCE),
  };
  beforeEach(() => {
    desk.time = 0;
    desk.log = new MemoryEventStore();
    desk.store = new WatchedStore({ now: () => desk.time });
  });
  return desk;
};
