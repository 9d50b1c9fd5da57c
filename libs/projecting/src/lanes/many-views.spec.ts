import { MemoryDocumentStore, MemoryEventStore } from '@annals/store-memory';
import { appendTo, moved, PATIENCE, stoppedAfterEach, tallies, until } from '@annals/testing';
import { laneDesk, soon } from '../../test/lanes.js';
import { LanedProjector } from '../index.js';

describe('many views', () => {
  const stopped = stoppedAfterEach();

  /** The calls of a store by method, apart from `open`, which each view needs once in a process. */
  class CountedStore extends MemoryDocumentStore {
    calls = 0;

    counted(): this {
      return new Proxy(this, {
        get: (store, name) => {
          const member: unknown = Reflect.get(store, name);
          if (typeof member !== 'function' || name === 'open') return member;
          return (...args: readonly unknown[]): unknown => {
            store.calls += 1;
            return Reflect.apply(member, store, args);
          };
        },
      });
    }
  }

  const callsWith = async (views: number) => {
    const [log, store] = [new MemoryEventStore(), new CountedStore()];
    const projections = Array.from({ length: views }, (_, index) => ({ ...tallies, name: `tallies-${index}` }));
    const started = () =>
      stopped(new LanedProjector(log, store.counted(), projections, { lanes: 2, lookEvery: 3_600_000 }));
    const passed = async ({ positions }: LanedProjector, position: number) => {
      for (const { name } of projections) await positions.passed(name, position, PATIENCE);
    };
    const first = await started();
    await appendTo(log, moved('a', 'b', 1));
    await passed(first, 1);
    await first.stop();

    store.calls = 0;
    const again = await started();
    await appendTo(log, moved('a', 'c', 1));
    await until(async () => (await store.checkpoint(`tallies-${views - 1}-v1`)) === 2);
    await again.stop();
    return store.calls;
  };

  it('cost the store no more calls than a few views, apart from what their documents need', async () => {
    const [few, many] = [await callsWith(2), await callsWith(40)];
    const documents = 2 * 38; // each lane reads the documents of each view
    expect(many - few - documents).toBeLessThan(38);
  });
});

describe('a lane that takes longer to start than its lease lasts', () => {
  const desk = laneDesk();

  it('is not taken over meanwhile', async () => {
    const ttl = 30;
    const starting = (owner: string) =>
      desk.stopped(new LanedProjector(desk.log, desk.store, [tallies], { lanes: 1, owner, ttl, ...soon }));
    let renewed = 0;
    const renew = desk.store.renew.bind(desk.store);
    desk.store.renew = (...args) => {
      renewed += 1;
      return renew(...args);
    };
    let other: LanedProjector | undefined;
    desk.store.checkpoints = async () => {
      Reflect.deleteProperty(desk.store, 'checkpoints');
      for (let third = 0; third < 3; third += 1) {
        const before = renewed;
        desk.time += ttl - 1;
        await until(() => renewed >= before + 2); // its membership and its lane
      }
      other = await starting('other');
      return desk.store.checkpoints();
    };
    const slow = await starting('slow');
    expect([slow.lanes, other?.lanes]).toEqual([[0], []]);
  });
});
