import { Fenced, project, type Commit, type Event, type Lease } from '@annals/event-sourcing';
import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import {
  appendTo,
  counted,
  moved,
  recorded,
  smudged,
  stoppedAfterEach,
  tallies,
  unrelated,
  until,
} from '@annals/testing';
import {
  LanedProjector,
  parkedKeys,
  Projector,
  rebuild,
  retryParked,
  StoredViews,
  type AnyProjection,
} from './index.js';

const PATIENCE = 4_000; // ms
const TTL = 60_000; // ms of the store's own clock
const soon = { lookEvery: 2, waits: { first: 1, most: 4 } };
const mended = { ...tallies, on: { ...tallies.on, Smudged: () => ({ sum: 100, marks: [] }) } };

/** Remembers which commits it has refused for an old lease. */
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

describe('projectors that share lanes', () => {
  const stopped = stoppedAfterEach();
  let log: MemoryEventStore;
  let store: WatchedStore;
  let time: number;

  beforeEach(() => {
    time = 0;
    log = new MemoryEventStore();
    store = new WatchedStore({ now: () => time });
  });

  const started = (owner: string, lanes = 4, projections: readonly AnyProjection[] = [tallies]) =>
    stopped(new LanedProjector(log, store, projections, { lanes, owner, ttl: TTL, ...soon }));
  const events = Array.from({ length: 60 }, (_, index) => moved(`t-${index % 7}`, `t-${index % 5}`, index));
  const folded = (...all: readonly Event[]) => project(tallies, recorded(all));
  const shown = async () => {
    const { value } = await new StoredViews(store).find(tallies, { limit: 100 });
    return new Map(value.items.map(({ id, document }) => [id, document]));
  };
  const passed = ({ positions }: LanedProjector, position: number) => positions.passed('tallies', position, PATIENCE);

  it('are one projector to readers', async () => {
    const projector = await started('one');
    expect(projector.lanes).toEqual([0, 1, 2, 3]);
    await appendTo(log, ...events, unrelated);
    expect(await passed(projector, 61)).toBe(true);
    expect(await shown()).toEqual(folded(...events));
    expect(await projector.status()).toMatchObject([{ state: 'live', position: 61, lag: { events: 0 } }]);
  });

  it('share the lanes evenly, and again when one leaves', async () => {
    const [one, other] = [await started('one'), await started('other')];
    await one.beat();
    await other.beat();
    expect([one.lanes.length, other.lanes.length]).toEqual([2, 2]);
    expect([...one.lanes, ...other.lanes].toSorted()).toEqual([0, 1, 2, 3]);
    await appendTo(log, ...events);
    await passed(one, 60);
    expect(await shown()).toEqual(folded(...events));
    await other.stop();
    await one.beat();
    expect(one.lanes).toEqual([0, 1, 2, 3]);
  });

  it('take over from one that gives no sign of life, and nothing that it does later counts', async () => {
    const dead = await started('dead');
    await appendTo(log, ...events);
    await passed(dead, 60);

    time += TTL;
    const heir = await started('heir');
    expect([heir.lanes, dead.lanes]).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
    await appendTo(log, ...events);
    await passed(heir, 120);
    await until(() => store.fenced > 0);
    expect(await shown()).toEqual(folded(...events, ...events));

    await dead.beat();
    expect(dead.lanes).toEqual([]);
  });

  it('show a position that every lane has passed', async () => {
    const projector = await started('one', 2);
    await appendTo(log, ...events);
    await passed(projector, 60);
    expect(await store.checkpoint('tallies-v1.lane-0-of-2')).toBe(60);
    await projector.stop();

    const half = new Projector(log, store, [tallies], { ...soon, slot: { lane: 0, of: 2 } });
    await stopped(half);
    await appendTo(log, ...events);
    await half.positions.passed('tallies', 120, PATIENCE);
    expect(await store.checkpoint('tallies-v1.lane-0-of-2')).toBe(120);
    expect(await store.checkpoint('tallies-v1')).toBe(60);
  });

  it.each([1, 2, 7])('go on where they were when there are %i lanes instead', async (lanes) => {
    const before = await started('before', 3);
    await appendTo(log, ...events);
    await passed(before, 60);
    await before.stop();
    await appendTo(log, ...events);
    const after = await started('after', lanes);
    await passed(after, 120);
    await after.stop();
    await appendTo(log, ...events);
    const again = await started('again', 3);
    await passed(again, 180);
    expect(await shown()).toEqual(folded(...events, ...events, ...events));
  });

  it('may be replaced by one projector without lanes', async () => {
    const before = await started('before', 3);
    await appendTo(log, ...events);
    await passed(before, 60);
    await before.stop();
    await appendTo(log, ...events);
    const projector = await stopped(new Projector(log, store, [tallies], soon));
    await projector.positions.passed('tallies', 120, PATIENCE);
    expect(await shown()).toEqual(folded(...events, ...events));
  });

  it('park keys each for itself, and take up those that are freed', async () => {
    const projector = await started('one');
    await appendTo(log, smudged('a'), counted('a'), smudged('b'), counted('c'));
    await passed(projector, 4);
    expect((await parkedKeys(store, 'tallies')).map(({ key }) => key)).toEqual(['a', 'b']);
    await projector.stop();

    const next = await started('next', 4, [mended]);
    await retryParked(log, store, mended, 'a');
    await retryParked(log, store, mended, 'b');
    await appendTo(log, counted('a'), counted('b'));
    await passed(next, 6);
    expect([...(await shown())].map(([id, { sum }]) => [id, sum])).toEqual([
      ['a', 102],
      ['b', 101],
      ['c', 1],
    ]);
  });

  it('follow a rebuild, and build a new version once', async () => {
    const projector = await started('one');
    await appendTo(log, ...events);
    await passed(projector, 60);
    await rebuild(log, store, tallies, { batch: 7 });
    await appendTo(log, ...events);
    await passed(projector, 120);
    expect(await store.served('tallies')).toBe('tallies-v1.b1');
    expect(await shown()).toEqual(folded(...events, ...events));
    await projector.stop();

    const newer = await started('newer', 4, [{ ...tallies, version: 2 }]);
    await until(async () => (await store.served('tallies')) === 'tallies-v2');
    await appendTo(log, ...events);
    await passed(newer, 180);
    expect(await shown()).toEqual(folded(...events, ...events, ...events));
  });
});
